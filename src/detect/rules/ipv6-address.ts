/** Public IPv6 address (RFC 4291, written as in RFC 5952): global unicast begins with 2 or 3; others need the word, a good many groups, or an IPv4 address at their end. The documentation ranges (RFC 3849, RFC 9637) are shown as test values. */
import { charTable } from "../char-table.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";
import { PRIVATE_IPV4 } from "./ip-address.ts";

const COLON = 58;
const LONGEST = 45;
const LEAST_COLONS = 6;
const RUN_CHARS = charTable("09afAF", ":");
const ADDRESS = /[\da-f:]{3,40}(?:(?:\.\d{1,3}){3})?/iy;
const GROUP = /^[\da-f]{1,4}$/i;
const IPV4 = /^(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;
/** Loopback and unspecified, unique local, link-local (RFC 6890): they lead to no one. */
const SPECIAL = /^(?:(?:0{0,4}:){2,7}0{0,3}[01]?$|f[cd][\da-f]{2}:|fe[89ab][\da-f]:)/i;
/** An IPv4 address in hexadecimal digits (RFC 4291, 2.5.5.2). */
const MAPPED = /^::ffff:[\da-f]{1,4}:[\da-f]{1,4}$/i;
const GLOBAL = /^[23][\da-f]{3}:/i;
/** "10:20::30:40" is no less a row of times. */
const TELLING = /[a-f]|\d{3}/i;
const ENOUGH_GROUPS = 4;

/** Start of a run of hexadecimal digits and colons; -1 where an earlier token with a digit stands in it, which was tried already. */
function runStart(text: string, from: number): number {
  let start = from;
  while (start > 0 && from - start < LONGEST) {
    const code = text.charCodeAt(start - 1);
    if (code >= 48 && code <= 57) return -1;
    if (RUN_CHARS[code] !== 1) break;
    start--;
  }
  return start;
}

/** Groups left out, or as many colons as an address in full has, the last two groups as an IPv4 address at least. */
function hasColons(text: string, start: number): boolean {
  let colons = 0;
  for (let at = start; at < start + LONGEST; at++) {
    const code = text.charCodeAt(at);
    if (RUN_CHARS[code] !== 1) return false;
    if (code === COLON && (++colons === LEAST_COLONS || text.charCodeAt(at + 1) === COLON)) return true;
  }
  return false;
}

interface Groups {
  readonly count: number;
  readonly shortened: boolean;
  readonly ipv4: string | undefined;
}

/** The groups of an address; undefined where it is none. */
function groupsOf(address: string): Groups | undefined {
  const halves = address.split("::");
  if (halves.length > 2) return undefined;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const last = groups[groups.length - 1] ?? "";
  const ipv4 = last.includes(".") ? last : undefined;
  const count = groups.length + (ipv4 === undefined ? 0 : 1);
  if (!groups.every((group) => GROUP.test(group) || (group === ipv4 && IPV4.test(group)))) return undefined;
  const shortened = halves.length === 2;
  return count === 8 || (shortened && count < 8) ? { count, shortened, ipv4 } : undefined;
}

function addressAt(scan: Scan, token: number): Match | undefined {
  const { text } = scan;
  const from = startOf(scan, token);
  const start = runStart(text, from);
  if (start < 0 || !hasColons(text, start) || /[\w:.]/.test(text.charAt(start - 1))) return undefined;
  ADDRESS.lastIndex = start;
  const run = ADDRESS.exec(text)?.[0] ?? "";
  if (/^(?:[\w:]|\.\d)/.test(text.slice(start + run.length, start + run.length + 2))) return undefined;
  // A colon behind an address belongs to the sentence.
  const value = run.endsWith(":") && !run.endsWith("::") ? run.slice(0, -1) : run;
  const groups = groupsOf(value);
  if (groups === undefined || SPECIAL.test(value) || (groups.ipv4 !== undefined && PRIVATE_IPV4.test(groups.ipv4))) return undefined;
  return { start, end: start + value.length, ...formOf(value, groups) };
}

function formOf(value: string, { count, shortened, ipv4 }: Groups): { readonly shape: string; readonly points: number } {
  if (ipv4 !== undefined) return { shape: "with-ipv4", points: 14 };
  const global = GLOBAL.test(value);
  if (!shortened) return global ? { shape: "full", points: 18 } : { shape: "eight-groups", points: TELLING.test(value) ? 4 : -10 };
  if (global && count > 1) return { shape: "shortened", points: 14 };
  if (MAPPED.test(value)) return { shape: "mapped-ipv4", points: 4 };
  return count >= ENOUGH_GROUPS && TELLING.test(value) ? { shape: "some-groups", points: 4 } : { shape: "few-groups", points: -16 };
}

export const ipv6Address = defineRule({
  id: "ipv6-address",
  part: "O",
  title: { en: "IPv6 address", es: "Dirección IPv6" },
  gates: [
    { kind: "digits", lengths: [1, 2, 3, 4], next: ":" }, { kind: "digits", lengths: [1, 2, 3, 4], behind: ":" },
    { kind: "mixed", lengths: [2, 3, 4], next: ":" }, { kind: "mixed", lengths: [2, 3, 4], behind: ":" },
  ],
  find: addressAt,
  cues: { words: ["ip", "ipv6", "ip address"], before: 25, after: 0, points: 20 },
  testValue: (value) => (/^(?:2001:0?db8|3fff):/i.test(value) ? "documentation address" : undefined),
  weight: 30,
});
