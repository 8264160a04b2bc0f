/** Someone told by whom they belong to: "Coach Miller's wife", "the mayor's son". Safe Harbor counts relatives in (45 CFR 164.514(b)(2)(i)). */
import { hasWord, wordsOf } from "../context.ts";
import { isCapital } from "../names.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { endOf, hashOf, startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";

const RELATIVES = [
  "wife", "husband", "son", "daughter", "mother", "mom", "father", "dad", "brother", "sister", "spouse", "partner", "baby", "kid", "child", "twins", "grandson", "granddaughter",
  "grandmother", "grandfather", "girlfriend", "boyfriend", "fiance", "fiancee", "niece", "nephew", "uncle", "aunt", "cousin",
];
/** Offices that a town or a workplace has one of. */
const OFFICES = wordsOf("mayor,coach,pastor,priest,rabbi,imam,principal,boss,senator,sheriff,judge,chief,ceo,cfo,president,governor,superintendent,neighbor,landlord,councilman,councilwoman,accounting,director,chairman");

const ARTICLES = wordsOf("the,a,my,our,your,his,her,and,for,when,is");

function relativeAt(scan: Scan, token: number): Match | undefined {
  const owner = token - 1;
  // "the Hendersons' baby" has the apostrophe between.
  const gap = scan.text.charAt(endOf(scan, owner)) === "'" ? 2 : 1;
  if (owner < 0 || startOf(scan, token) - endOf(scan, owner) !== gap) return undefined;
  const text = scan.text.slice(startOf(scan, owner), endOf(scan, owner));
  if (!/'s$/i.test(text) && !scan.text.startsWith("'", endOf(scan, owner))) return undefined;
  const office = hasWord(OFFICES, hashOf(scan, owner));
  if (!office && !isCapital(scan, owner)) return undefined;
  let first = owner;
  while (owner - first < 2 && first > 0 && isCapital(scan, first - 1) && !hasWord(ARTICLES, hashOf(scan, first - 1)) && startOf(scan, first) - endOf(scan, first - 1) === 1) first--;
  return {
    start: startOf(scan, first), end: endOf(scan, token), shape: office ? "relative of an office-holder" : "relative of a named person", points: 12, role: "patient",
    evidence: [{ kind: "structure", name: "possessive before a relative" }],
  };
}

export const relativeOf = defineRule({
  id: "relative-of",
  part: "A",
  title: { en: "Relative of a known person", es: "Familiar de una persona conocida" },
  gates: [{ kind: "words", words: RELATIVES }],
  find: relativeAt,
  weight: 60,
});
