/** Outlook's two stores: `sessionData` lives with the draft, `roamingSettings` with the mailbox. */
import type { SessionStore, SettingsStore, Timers } from "../contract/index.ts";
import { itemOf, missing } from "./office.ts";
import type { OfficeApi } from "./office.ts";
import { callForOptional, callToDo } from "./promise.ts";

/** Outlook's number for a key that is not there. */
const KEY_NOT_FOUND = 9050;

/** ms. Both stores are asked on the way of a Send; a copy that is slow to come is done without. */
const STORE_TIMEOUT_MS = 1_500;

export function hasSession(office: OfficeApi): boolean {
  return itemOf(office).sessionData !== undefined;
}

export function createSessionStore(office: OfficeApi, timers: Timers): SessionStore {
  const data = () => itemOf(office).sessionData ?? missing("item.sessionData");
  const options = { timeoutMs: STORE_TIMEOUT_MS };
  return {
    async get(key) {
      const session = data();
      const value = await callForOptional<string>(
        timers, "sessionData.getAsync", (done) => session.getAsync(key, done), { ...options, codes: { [KEY_NOT_FOUND]: undefined } },
      );
      return typeof value === "string" && value !== "" ? value : undefined;
    },
    async set(key, value) {
      const session = data();
      await callToDo(timers, "sessionData.setAsync", (done) => session.setAsync(key, value, done), options);
    },
    async remove(key) {
      const session = data();
      await callToDo(
        timers, "sessionData.removeAsync", (done) => session.removeAsync(key, done), { ...options, codes: { [KEY_NOT_FOUND]: undefined } },
      );
    },
  };
}

/** `get` gives `undefined` and `set` does nothing where the client has no settings; `save` then rejects. */
export function createSettingsStore(office: OfficeApi, timers: Timers): SettingsStore {
  const settings = () => office.context?.roamingSettings;
  return {
    get(key) {
      try {
        const value: unknown = settings()?.get(key);
        return typeof value === "string" ? value : undefined;
      } catch {
        return undefined;
      }
    },
    set(key, value) {
      if (value === undefined) settings()?.remove(key);
      else settings()?.set(key, value);
    },
    async save() {
      const roaming = settings() ?? missing("roamingSettings");
      await callToDo(timers, "roamingSettings.saveAsync", (done) => roaming.saveAsync(done), { timeoutMs: STORE_TIMEOUT_MS });
    },
  };
}
