/** Puts store, frames, runtimes and session together in the browser. */
import { createFrameHost } from "../host/frames.ts";
import type { FrameHost } from "../host/frames.ts";
import { readManifest } from "../host/manifest.ts";
import type { AddIn } from "../host/manifest.ts";
import { createRuntimes } from "../host/runtimes.ts";
import type { Clock } from "../host/runtimes.ts";
import { createSession } from "../host/session.ts";
import type { Session } from "../host/session.ts";
import { createStore, firstState, WIRE_FAULTS } from "../host/state.ts";
import type { Fault, Person, Store } from "../host/state.ts";
import { htmlToText } from "./html.ts";

export interface AppModel {
  readonly store: Store;
  readonly host: FrameHost;
  readonly session: Session;
  readonly addIn: () => AddIn;
  readonly newId: () => string;
  /** Resolves when the front has taken over the faults that happen on the wire. */
  readonly setFaults: (faults: readonly Fault[]) => Promise<void>;
}

export const FIRST_USER: Person = { name: "Ann Reed", address: "ann.reed@clinic.example" };

const clock: Clock = {
  now: () => performance.now(),
  after(ms, then) {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

async function tellFront(faults: readonly Fault[]): Promise<void> {
  const body = JSON.stringify({ faults: faults.filter((fault) => WIRE_FAULTS.includes(fault)) });
  await fetch("/__simulator/faults", { method: "PUT", headers: { "content-type": "application/json" }, body });
}

/** Rejects where the manifest cannot be read. */
export async function createApp(): Promise<AppModel> {
  const manifest = new DOMParser().parseFromString(await (await fetch("/__simulator/manifest.xml")).text(), "application/xml");
  const store = createStore(firstState(FIRST_USER, readManifest(manifest, "en-us").sendMode));
  const addIn = (): AddIn => readManifest(manifest, store.get().settings.locale);
  const newId = (): string => crypto.randomUUID();
  const host = createFrameHost({ store, newId, htmlToText, addinName: () => addIn().name });
  const warm = (): boolean => store.get().settings.warm && store.get().settings.available;
  const runtimes = createRuntimes({ host, page: addIn().runtimePage, clock, newId, warm });
  const session = createSession({ store, host, runtimes, addIn, clock, wallClock: () => Date.now() });
  return {
    store, host, session, addIn, newId,
    async setFaults(faults) {
      await tellFront(faults);
      session.change({ faults });
    },
  };
}
