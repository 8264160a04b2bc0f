/** pdf.js in a Worker of the page: a second look at PDFs that our own reader cannot tell all of. May not: judge; be loaded before a file asks for it; stand in the handler's script; outlive the end of its reading. */
export { createSecondOpinion, pageWorker } from "./client.ts";
export type { ReaderWorker } from "./client.ts";
