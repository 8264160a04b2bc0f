/** What the pane may show of a finding: enough to find it in the draft, not enough to read it over a shoulder. */
import type { Body, Finding } from "../contract/index.ts";
import { readHtml } from "./html.ts";
import { readPlain } from "./text.ts";

const DOT = "•";
const SHOWN = 2;
const LONGEST = 80;

/** The value of a finding, masked: initials of a name, at most the last two characters of a number. Health terms stay readable. */
export function maskedExcerpt(source: string, format: Body["format"], finding: Finding): string {
  const piece = source.slice(finding.start, finding.end);
  const value = (format === "html" ? readHtml(piece) : readPlain(piece)).text.replace(/\s+/g, " ").trim().slice(0, LONGEST);
  if (finding.part === "health") return value;
  if (finding.part === "A") return value.replace(/[\p{L}\p{N}]+/gu, (word) => word.charAt(0) + DOT.repeat(4));
  if (finding.part === "F") return value.replace(/[^@.]/g, DOT);
  const digits = (value.match(/[\p{L}\p{N}]/gu) ?? []).length;
  const keep = digits > SHOWN * 2 && finding.part !== "B" && finding.part !== "N" ? SHOWN : 0;
  let seen = 0;
  return value.replace(/[\p{L}\p{N}]/gu, (char) => (++seen > digits - keep ? char : DOT));
}
