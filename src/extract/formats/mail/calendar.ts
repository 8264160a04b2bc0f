/** Calendars and contact cards (RFC 5545, RFC 6350): lines unfolded, escapes undone. */
import type { Format } from "../../format.ts";
import { readable } from "../../readable.ts";
import type { Sink, SourceFile } from "../../sink.ts";

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", N: "\n", ",": ",", ";": ";", "\\": "\\" };

/** A value in quoted-printable (vCard 2.1) may hide letters; it is read as it stands and marked. */
function read(file: SourceFile, out: Sink): void {
  const text = readable(file, out);
  if (text === undefined) return;
  const unfolded = text.replace(/\r?\n[ \t]/g, "");
  out.text(unfolded.replace(/\\([n,;\\])/gi, (whole, char: string) => ESCAPES[char] ?? whole));
  if (/;(?:ENCODING=)?QUOTED-PRINTABLE\b/i.test(unfolded)) out.missed("unsupported");
}

export const CALENDAR: Format = {
  key: "calendar", title: "Calendar or contact card", endings: ["ics", "vcs", "vcf"], told: (head) => /^BEGIN:V(?:CALENDAR|CARD)\b/i.test(head.start), read, reads: "all properties",
};
