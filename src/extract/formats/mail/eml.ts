/** Mail messages (RFC 5322) and saved web pages (MHTML, RFC 2557). */
import type { Format, Head } from "../../format.ts";
import { readEntity } from "./mime.ts";

const MAIL_HEAD = /^(?:received|return-path|delivered-to|mime-version|message-id|from|to|subject|date|content-type|x-[\w-]{1,40}): /i;
const MAIL_MARK = /^(?:mime-version:|content-transfer-encoding:|content-type: *(?:multipart|message)\/|message-id: *<|received: (?:from|by) )/im;

/** A field, whatever it is called, or a mailbox's own line. */
const FIRST_LINE = /^(?:From |[\w-]{1,60}[ \t]{0,9}:)/;

function told(head: Head): boolean {
  if (head.hasEnding("eml", "mht", "mhtml") && FIRST_LINE.test(head.start)) return true;
  const start = head.text.replace(/^From [^\n]{0,200}\n/, "");
  return MAIL_HEAD.test(start) && MAIL_MARK.test(start);
}

export const EML: Format = {
  key: "eml", endings: ["eml", "mht", "mhtml"], told, read: ({ bytes }, out) => readEntity(bytes, out),
};
