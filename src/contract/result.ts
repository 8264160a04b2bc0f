/** An expected outcome as a value: parsing and validation return this, they do not throw. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };
