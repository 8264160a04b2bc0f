/** The only place that knows Office.js: read the draft, enforce, notify, keep settings. May not: judge; turn a failed read into an empty value. */
export {};
