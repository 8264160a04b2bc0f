/** The way from an open draft to a verdict, the same for handler and pane. May not: know Office, the network or a clock of its own; enforce. */
export { checkDraft } from "./check-draft.ts";
export type { CheckRequest, CheckResult } from "./check-draft.ts";
export { DEADLINES, inTime } from "./deadline.ts";
export type { Deadlines } from "./deadline.ts";
export { parseOverride } from "./override.ts";
export { rememberAll } from "./memory.ts";
export type { AttachmentMemory, Digest } from "./memory.ts";
export { keptFor, readAhead } from "./read-ahead.ts";
export { contextOf } from "./memory.ts";
