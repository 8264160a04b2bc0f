/** Attachment bytes go in, text parts with a scan status come out. May not: call anything unread clean; know Office, the DOM or Node. */
export {};
