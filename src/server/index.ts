/** Serves the add-in's files, the signed policy and the audit ledger from one origin. May not: accept a field that could hold content; log a body, an address or a query string. */
export { buildApp, type App, type AppParts } from "./app.ts";
export { startServer, type RunningServer } from "./start.ts";
export { parseOptions, type ServerOptions } from "./options.ts";
export type { AppendResult, LedgerCounts, PolicyIssue, Store } from "./store/index.ts";
