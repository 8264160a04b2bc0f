/** Calendars and contact cards (RFC 5545, RFC 6350): lines unfolded, escapes undone. */
import { asPartial, scanned, textPart } from "../outcome.ts";
import type { Outcome, TextSource } from "../outcome.ts";

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", N: "\n", ",": ",", ";": ";", "\\": "\\" };

/** A value in quoted-printable (vCard 2.1) may hide letters; it is read as it stands and marked. */
export function readCalendar({ text }: TextSource): Outcome {
  const unfolded = text.replace(/\r?\n[ \t]/g, "");
  const plain = unfolded.replace(/\\([n,;\\])/gi, (whole, char: string) => ESCAPES[char] ?? whole);
  const outcome = scanned(textPart(plain));
  return /;(?:ENCODING=)?QUOTED-PRINTABLE\b/i.test(unfolded) ? asPartial(outcome, "not-inspectable") : outcome;
}
