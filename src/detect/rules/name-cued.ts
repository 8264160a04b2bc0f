/** One name, initials, or a given name and an initial, where the sentence speaks of that person's care: "Robert's colonoscopy", "Alvarez NPO", "J.S. rm 4", "Richard K.". */
import type { Evidence } from "../../contract/index.ts";
import { FLAG } from "../lexicon/index.ts";
import { linkOf } from "../link.ts";
import type { Link } from "../link.ts";
import { commaAt, gapAfter, givenInitialAt, initialsAt, isGiven, pairAt, singleAt } from "../names.ts";
import type { NameSpan } from "../names.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { endOf, flagsOf } from "../scan.ts";
import type { Scan } from "../scan.ts";

const ROOM = /[.,]{0,2} (?:is |still )?(?:in |at )?(?:rm|room|bed|bay|unit|icu|ed|er)?\.? ?#?\d{1,4}[A-Za-z]?(?![\d/:.])/iy;
/** A name by itself, with no word of a person's care but a health term in the sentence. */
const TERM_ONLY = 50;

function matchOf(name: NameSpan, link: Link, weight: number, extra: readonly Evidence[]): Match {
  return {
    start: name.start, end: name.end, shape: name.shape, points: name.points + link.points, weight,
    ...(link.role === undefined ? {} : { role: link.role }), care: link.care ?? 0, evidence: [...extra, ...link.evidence],
  };
}

function inRoom(scan: Scan, name: NameSpan): boolean {
  ROOM.lastIndex = endOf(scan, name.last);
  return ROOM.test(scan.text);
}

function found(scan: Scan, token: number): Match | undefined {
  const initials = initialsAt(scan, token);
  if (initials !== undefined) {
    if (!inRoom(scan, initials)) return undefined;
    return matchOf(initials, { weight: 70, role: "patient", points: 10, evidence: [] }, 70, [{ kind: "structure", name: "initials before a room or bed" }]);
  }
  const initial = givenInitialAt(scan, token);
  const name = initial ?? singleAt(scan, token, true);
  if (name === undefined || pairAt(scan, token) !== undefined || commaAt(scan, token) !== undefined) return undefined;
  // The surname of a whole name is judged with it.
  if (isGiven(scan, token - 1) && gapAfter(scan, token - 1) === " ") return undefined;
  const link = linkOf(scan, name.first, name.last, 0);
  if (link.role === "sender" || link.role === "provider" || link.weight < TERM_ONLY) return undefined;
  const list: Evidence = { kind: "list", list: "names" };
  if (initial !== undefined) return matchOf(name, link, link.weight, [list]);
  // "Bill" and "Rose" are words too: only the grammar of care makes them names.
  const structured = link.evidence.some((e) => e.kind === "structure");
  const everyday = (flagsOf(scan, token) & FLAG.COMMON) !== 0;
  if (everyday && !structured) return undefined;
  return matchOf(name, link, structured || link.role === "patient" ? Math.min(link.weight, 70) : TERM_ONLY, [list]);
}

export const nameCued = defineRule({
  id: "name-cued",
  part: "A",
  title: { en: "Name tied to someone's care", es: "Nombre ligado a la atención de alguien" },
  gates: [{ kind: "capital" }],
  find: found,
  weight: 50,
});
