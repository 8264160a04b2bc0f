/** What may exist in every runtime that loads the handler. Each is looked for before use; nothing else is. */
import type { Fetch } from "../contract/index.ts";

declare global {
  const setTimeout: ((run: () => void, ms: number) => number) | undefined;
  const clearTimeout: ((handle: number) => void) | undefined;
  const fetch: Fetch | undefined;
}
