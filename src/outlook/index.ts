/** The only place that knows Office.js: read the draft, enforce, notify, keep settings. May not: judge; turn a failed read into an empty value. */
export { connectOutlook } from "./connect.ts";
export type { OutlookPort } from "./connect.ts";
export { draftDigest, fieldsDigest } from "./digest.ts";
export type { OfficeApi } from "./office.ts";
export type { OutlookEvent } from "./pane.ts";
export type { LabelOutcome, Protection, ProtectRequest } from "./protection.ts";
export { whenOutlookIsReady } from "./ready.ts";
