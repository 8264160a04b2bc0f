import { FluentProvider } from "@fluentui/react-components";
import { useEffect, useMemo, useReducer } from "react";
import { Pane } from "./Pane.tsx";
import { createEffects } from "./load.ts";
import type { PanePorts } from "./ports.ts";
import { INITIAL_STATE, reduce } from "./state.ts";
import { themeFor } from "./theme.ts";
import { SpeechContext, speechFor } from "./use-wording.ts";

/** Joins state, effects, language and theme. */
export function App({ ports }: { readonly ports: PanePorts }) {
  const [state, dispatch] = useReducer(reduce, ports, (world) => ({ ...INITIAL_STATE, dark: world.isDark() }));
  const effects = useMemo(() => createEffects(ports, dispatch), [ports]);
  const speech = useMemo(() => speechFor(ports.locale), [ports]);
  const recorded = state.override.kind === "recorded" ? state.override.override.digest : undefined;

  useEffect(() => effects.start(), [effects]);
  useEffect(() => (recorded === undefined ? undefined : effects.watch(recorded)), [effects, recorded]);
  return (
    <FluentProvider theme={themeFor(state.dark)}>
      <SpeechContext value={speech}>
        <Pane state={state} effects={effects} version={ports.version} dispatch={dispatch} />
      </SpeechContext>
    </FluentProvider>
  );
}
