/** Small keyed stores that a host gives us. `outlook` implements them, `client` uses them; neither knows the other. */

/** Lives as long as the draft (`item.sessionData`). Every method rejects with an `AppError` when the host fails. */
export interface SessionStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Lives with the mailbox (`roamingSettings`, 32 KB in all). `get` and `set` are local; `save` carries them out. */
export interface SettingsStore {
  get(key: string): string | undefined;
  set(key: string, value: string | undefined): void;
  save(): Promise<void>;
}
