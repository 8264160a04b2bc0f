/** Attachment bytes go in, text parts with a scan status come out. May not: call anything unread clean; know Office, the DOM or Node. */
export { base64ToBytes } from "./base64.ts";
export { MOST_BYTES, extract } from "./extract.ts";
export type { AttachmentSource } from "./extract.ts";
