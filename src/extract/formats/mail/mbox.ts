/** Mailboxes (RFC 4155): each message between `From ` lines is a file of its own. */
import { latin1 } from "../../bytes.ts";
import type { Format } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";

/** `From someone Thu Jan  1 00:00:00 1970`. A sentence may begin with that word too; it has no time of day. */
const FROM_LINE = /^From \S{1,320}\s.{0,200}\d\d?:\d\d/;
const LOOKED_AT = 600;

function isFromLine(raw: string, at: number): boolean {
  return FROM_LINE.test(raw.slice(at, at + LOOKED_AT));
}

/** @throws LimitReached at more messages than files are opened */
function read({ bytes }: SourceFile, out: Sink): void {
  const raw = latin1(bytes);
  const starts: number[] = isFromLine(raw, 0) ? [0] : [];
  for (let at = raw.indexOf("\nFrom "); at !== -1; at = raw.indexOf("\nFrom ", at + 1)) {
    out.budget.step();
    if (isFromLine(raw, at + 1)) starts.push(at + 1);
  }
  if (starts[0] !== 0) out.text(raw.slice(0, starts[0] ?? raw.length));
  starts.forEach((start, index) => {
    out.file({ name: `message ${index + 1}.eml`, bytes: bytes.subarray(start, starts[index + 1] ?? bytes.length), contentType: "message/rfc822" });
  });
}

export const MBOX: Format = {
  key: "mbox", endings: ["mbox", "mbx"],
  told: (head) => !head.hasEnding("eml") && isFromLine(head.text, 0) && (head.hasEnding("mbox", "mbx") || /\n(?:from|to|subject|date|received|message-id): /i.test(head.text)),
  read,
};
