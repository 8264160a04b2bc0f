/** PDF: told apart as encrypted or not; not opened yet. */
import { unread } from "../outcome.ts";
import type { Outcome, Source } from "../outcome.ts";
import { latin1 } from "../sniff.ts";

const LOOKED_AT = 4096;

/** `/Encrypt` stands in the trailer, at the end, or at the start of a linearised file. */
export function readPdf({ bytes }: Source): Outcome {
  const ends = latin1(bytes, 0, LOOKED_AT) + latin1(bytes, bytes.length - LOOKED_AT, bytes.length);
  return unread(/\/Encrypt\b/.test(ends) ? "encrypted" : "not-inspectable");
}
