/** Attachment bytes go in, text parts with a scan status come out. May not: call anything unread clean; know Office, the DOM or Node. */
export { ABOUT } from "./about.ts";
export type { About } from "./about.ts";
export { base64ToBytes } from "./base64.ts";
export { doubtfulFiles } from "./doubtful.ts";
export type { DoubtfulFile } from "./doubtful.ts";
export { attachmentText, extract } from "./extract.ts";
export type { ExtractOptions } from "./extract.ts";
export { FORMATS } from "./registry.ts";
export type { Format } from "./format.ts";
export type { Extracted, SourceFile } from "./sink.ts";
