/** What every component of the window gets from above. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { State } from "../host/state.ts";
import type { AppModel } from "./app-model.ts";
import { WORDS } from "./wording.ts";
import type { Words } from "./wording.ts";

export const AppContext = createContext<AppModel | undefined>(undefined);

export function useApp(): AppModel {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error("Rendered outside AppContext.");
  return app;
}

/** The part of the state that `select` picks; it must give the same value for the same state. */
export function useSelect<T>(select: (state: State) => T): T {
  const { store } = useApp();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

export function useWords(): Words {
  return WORDS[useSelect((state) => state.settings.locale)];
}
