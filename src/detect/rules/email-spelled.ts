/** E-mail address written out so that machines pass it by: "john (at) gmail (dot) com", "john at gmail.com". Found from its top-level domain back. */
import { cueBefore, wordSet } from "../context.ts";
import { FLAG, wordHash } from "../lexicon/index.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { endOf, flagsOf, hashOf, INFO, infoOf, startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";

const AT = wordHash("at", 0, 2);
const DOT = wordHash("dot", 0, 3);
/** Between a spelt sign and what it joins; brackets make it sure that the sign is meant. */
const GAP = /^(?: {0,2}[([{<] {0,2}| {0,2}[)\]}>] {0,2}| {1,2})$/;
const BRACKET = /[([{<)\]}>]/;
const LOCAL = /[\w.+-]/;
const LONGEST_LOCAL = 64;
const MOST_LABELS = 4;
/** Where private people have their mail; a shop has its pages "at shop.com". */
const MAILBOXES = wordSet(["gmail", "googlemail", "yahoo", "hotmail", "outlook", "live", "msn", "aol", "icloud", "me", "mac", "comcast", "verizon", "att", "proton", "protonmail", "gmx", "ymail"]);
const CUES = wordSet(["email", "e mail", "mail", "emails", "email address", "correo"]);
const CUE_REACH = 30;

interface Step {
  /** Token that ends what stands before the sign. */
  readonly token: number;
  readonly spelt: boolean;
  readonly bracketed: boolean;
}

const SIGN = 64;
/** "jane @ example.org", or a plain `@` before a domain whose dots are spelt. */
const PLAIN_AT = /^ {0,2}@ {0,2}$/;

function isPlainAt(text: string, from: number, to: number): boolean {
  return to - from === 1 ? text.charCodeAt(from) === SIGN : PLAIN_AT.test(text.slice(from, to));
}

/** Over one sign before `token`, plain or spelt. */
function back(scan: Scan, token: number, sign: number): Step | undefined {
  const { text } = scan;
  const before = token - 1;
  if (before < 0) return undefined;
  if (sign === DOT && startOf(scan, token) - endOf(scan, before) === 1 && text.charCodeAt(endOf(scan, before)) === 46) return { token: before, spelt: false, bracketed: false };
  if (sign === AT && isPlainAt(text, endOf(scan, before), startOf(scan, token))) return { token: before, spelt: startOf(scan, token) - endOf(scan, before) > 1, bracketed: false };
  if (hashOf(scan, before) !== sign || before === 0 || startOf(scan, token) - endOf(scan, before - 1) > 10) return undefined;
  const left = text.slice(endOf(scan, before - 1), startOf(scan, before));
  const right = text.slice(endOf(scan, before), startOf(scan, token));
  if (!GAP.test(left) || !GAP.test(right) || BRACKET.test(left) !== BRACKET.test(right)) return undefined;
  return { token: before - 1, spelt: true, bracketed: BRACKET.test(left) };
}

/** Start of the local part that ends with `token`; a dot in it may be spelt too. */
function localStart(scan: Scan, token: number): number {
  const dotted = back(scan, token, DOT);
  const first = dotted?.spelt === true ? dotted.token : token;
  let start = startOf(scan, first);
  while (start > 0 && endOf(scan, token) - start < LONGEST_LOCAL && LOCAL.test(scan.text.charAt(start - 1))) start--;
  while (/[.+-]/.test(scan.text.charAt(start))) start++;
  return scan.text.charAt(start - 1) === "@" ? -1 : start;
}

function isEveryday(scan: Scan, token: number, start: number): boolean {
  const plain = start === startOf(scan, token) && (infoOf(scan, token) & INFO.DIGIT) === 0;
  return plain && (flagsOf(scan, token) & (FLAG.COMMON | FLAG.GIVEN | FLAG.SURNAME | FLAG.TERM)) !== 0 && (flagsOf(scan, token) & FLAG.GIVEN) === 0;
}

function spelledAt(scan: Scan, token: number): Match | undefined {
  let step = back(scan, token, DOT);
  const spelt = step?.spelt === true;
  let domain = step?.token ?? -1;
  let at: Step | undefined;
  for (let labels = 1; step !== undefined && labels <= MOST_LABELS && at === undefined; labels++) {
    domain = step.token;
    at = back(scan, domain, AT);
    if (at === undefined) step = back(scan, domain, DOT);
  }
  if (at === undefined || !(at.spelt || spelt)) return undefined;
  const start = localStart(scan, at.token);
  if (start < 0 || (!at.bracketed && isEveryday(scan, at.token, start))) return undefined;
  const apart = scan.text.slice(endOf(scan, at.token), startOf(scan, domain)).includes("@");
  const known = MAILBOXES.words.has(hashOf(scan, domain));
  const cued = cueBefore(scan, at.token, start, CUE_REACH, CUES) !== undefined;
  if (!(at.bracketed || spelt || apart || known || cued)) return undefined;
  return { start, end: endOf(scan, token), shape: at.bracketed ? "bracketed-signs" : spelt ? "spelt-signs" : "spelt-at", points: at.bracketed || cued ? 22 : spelt || apart ? 16 : 4 };
}

export const emailSpelled = defineRule({
  id: "email-spelled",
  part: "F",
  title: { en: "E-mail address written out", es: "Correo electrónico deletreado" },
  gates: [{ kind: "words", words: ["com", "org", "net", "edu", "gov", "us", "uk"] }],
  find: spelledAt,
  weight: 40,
});
