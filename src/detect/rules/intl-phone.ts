/** Telephone number of another country (ITU-T E.164): plus sign or international prefix, calling code, and as many digits as that country's plan has. */
import { callingCodeOf } from "../calling-codes.ts";
import { THING_CUES } from "../patterns.ts";
import { defineRule, span } from "../rule.ts";
import type { Match } from "../rule.ts";
import { startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";
import { PHONE_CUES } from "./us-phone.ts";

const PLUS = 43;
const ZERO = 48;
const ONE = 49;
const LONGEST = 28;
/** Groups with one separator between them, a group or trunk prefix in brackets: `44 (0)20 7123-4567`. */
const GROUPS = /\d{1,17}\)?(?:[-. /]?\(\d{1,5}\))?(?:(?:[-. /]|- )?\d{1,15}){0,8}/y;
const PREFIX = /(?:00|011[-. ]?)(?=[1-9])/y;
const TRUNK = /\(0\)/;

/** End of the national number in `groups`, which begin with a calling code: where a group ends and the count of digits fits. -1 when none does. */
function endOfNumber(groups: string): number {
  const code = callingCodeOf(/^\d+/.exec(groups)?.[0] ?? "");
  if (code === undefined) return -1;
  const bracket = TRUNK.exec(groups);
  const trunk = bracket === null ? -1 : bracket.index + 1;
  let end = -1;
  let count = -code.length;
  for (let i = 0; i < groups.length; i++) {
    const char = groups.charAt(i);
    if (char < "0" || char > "9" || i === trunk) continue;
    if (count === 0 && char === "0" && !code.zeroKept) return -1;
    count++;
    const next = groups.charAt(i + 1);
    if (count >= code.fewest && count <= code.most && !(next >= "0" && next <= "9")) end = i + 1;
  }
  return end;
}

/** Groups at one place; a longer number is none. */
function numberAt(text: string, from: number): number {
  GROUPS.lastIndex = from;
  const groups = GROUPS.exec(text)?.[0].slice(0, LONGEST) ?? "";
  const end = endOfNumber(groups);
  return end < 0 || /^(?:\d|[-.]\d)/.test(text.slice(from + end, from + end + 2)) ? -1 : from + end;
}

function phoneAt(scan: Scan, token: number): Match | undefined {
  const { text } = scan;
  const start = startOf(scan, token);
  if (text.charCodeAt(start - 1) === PLUS) {
    const end = numberAt(text, start);
    return end < 0 ? undefined : { start: text.charAt(start - 2) === "(" && text.slice(start, end).includes(")") ? start - 2 : start - 1, end, shape: "plus", points: 16 };
  }
  const second = text.charCodeAt(start + 1);
  if (text.charCodeAt(start) !== ZERO || (second !== ZERO && second !== ONE) || /[\d.,/-]/.test(text.charAt(start - 1))) return undefined;
  PREFIX.lastIndex = start;
  const prefix = PREFIX.exec(text);
  if (prefix === null) return undefined;
  const end = numberAt(text, start + prefix[0].length);
  if (end < 0) return undefined;
  const solid = /^\d+$/.test(text.slice(start, end));
  return { start, end, shape: solid ? "prefix-and-digits" : "prefix", points: solid ? -20 : -4 };
}

export const intlPhone = defineRule({
  id: "intl-phone",
  part: "D",
  title: { en: "Telephone number of another country", es: "Teléfono de otro país" },
  gates: [{ kind: "digits", lengths: span(1, 17), behind: "+" }, { kind: "digits", lengths: span(1, 17), first: "0" }],
  find: phoneAt,
  cues: { words: PHONE_CUES, before: 25, after: 0, points: 14 },
  negativeCues: { words: [...THING_CUES, "npi", "mrn", "acct", "account", "claim", "case", "fax"], before: 22, after: 0, points: -24 },
  weight: 40,
});
