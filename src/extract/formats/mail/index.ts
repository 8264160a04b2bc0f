import type { Format } from "../../format.ts";
import { CALENDAR } from "./calendar.ts";
import { CMS } from "./cms.ts";

const MAIL_HEAD = /^(?:received|return-path|mime-version|message-id|from|to|subject|date|content-type|x-[\w-]{1,40}): /i;
const MAIL_MARK = /^(?:mime-version:|content-transfer-encoding:|content-type: *multipart\/)/im;

const ARMORED: Format = {
  key: "armored", title: "Encrypted text", endings: ["asc", "pgp", "gpg"], told: (head) => /-----BEGIN PGP MESSAGE-----|-----BEGIN (?:PKCS7|CMS)-----/.test(head.start.slice(0, 4096)),
  read: (_file, out) => out.unread("encrypted"), reads: "nothing: it is encrypted",
};

const EML: Format = {
  key: "eml", title: "Mail message", endings: ["eml", "mht", "mhtml", "mbox"],
  told: (head) => {
    if (head.hasEnding("eml", "mht", "mhtml", "mbox")) return true;
    const start = head.text.replace(/^From [^\n]{0,200}\n/, "");
    return MAIL_HEAD.test(start) && MAIL_MARK.test(start);
  },
  read: (_file, out) => out.unread("unsupported"), reads: "nothing yet",
};

export const MAIL_FORMATS: readonly Format[] = [CMS, ARMORED, EML, CALENDAR];
