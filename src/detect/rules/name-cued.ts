/** One name, initials, or a given name and an initial, where the sentence speaks of that person's care: "Robert's colonoscopy", "Alvarez NPO", "J.S. rm 4", "Richard K.". */
import type { Evidence } from "../../contract/index.ts";
import { FLAG } from "../lexicon/index.ts";
import { lists } from "../context.ts";
import { linkOf } from "../link.ts";
import { PATIENT_BEFORE } from "../link-words.ts";
import type { Link } from "../link.ts";
import { commaAt, gapAfter, givenInitialAt, initialsAt, isGiven, pairAt, singleAt, unknownAt } from "../names.ts";
import type { NameSpan } from "../names.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { endOf, flagsOf, INFO, infoOf } from "../scan.ts";
import type { Scan } from "../scan.ts";

const ROOM = /[.,]{0,2} \(?(?:is |still )?(?:in (?:rm|room|bed|bay)?|rm|room|bed|bay|unit|icu)\.? ?#?\d{1,4}-?[A-Z\d]?(?![\w/:]|\.\d)/iy;
/** A name by itself, with no word of a person's care but a health term in the sentence. */
const TERM_ONLY = 55;

const IN_ROOM: Link = { weight: 70, role: "patient", points: 10, evidence: [{ kind: "structure", name: "beside a room or bed" }] };

function matchOf(name: NameSpan, link: Link, weight: number, extra: readonly Evidence[]): Match {
  return {
    start: name.start, end: name.end, shape: name.shape, points: name.points + link.points, weight,
    ...(link.role === undefined ? {} : { role: link.role }), care: link.care ?? 0, evidence: [...extra, ...link.evidence],
  };
}

/** "rm 412 JT", "Bed 7 (J.S.)". */
const ROOM_BEFORE = /(?<![a-z])(?:rm|room|bed|bay|icu|ed|er)\.? ?#?\d{1,4}-?[A-Z0-9]?[ ,:(-]{1,3}(?:pt |patient )?$/i;
const LOOK_BACK = 24;

function inRoom(scan: Scan, name: NameSpan): boolean {
  ROOM.lastIndex = endOf(scan, name.last);
  if (ROOM.test(scan.text)) return true;
  const numbered = ((infoOf(scan, name.first - 1) | infoOf(scan, name.first - 2)) & INFO.DIGIT) !== 0;
  return numbered && ROOM_BEFORE.test(scan.text.slice(Math.max(0, name.start - LOOK_BACK), name.start));
}

/** Enough for a word that no list knows: possessive before a term, or the word "patient" and the like right before it. */
function speaksOfOne(link: Link): boolean {
  return link.evidence.some((e) => (e.kind === "structure" && e.name.startsWith("possessive")) || (e.kind === "cue" && e.distance <= 2 && lists(PATIENT_BEFORE, e.cue)));
}

function found(scan: Scan, token: number): Match | undefined {
  const initials = initialsAt(scan, token);
  if (initials !== undefined) {
    if (!inRoom(scan, initials)) return undefined;
    return matchOf(initials, IN_ROOM, IN_ROOM.weight, []);
  }
  const initial = givenInitialAt(scan, token);
  const name = initial ?? singleAt(scan, token, true) ?? unknownAt(scan, token);
  if (name === undefined || pairAt(scan, token) !== undefined || commaAt(scan, token) !== undefined) return undefined;
  // The surname of a whole name is judged with it.
  if (isGiven(scan, token - 1) && gapAfter(scan, token - 1) === " ") return undefined;
  const link: Link = inRoom(scan, name) ? IN_ROOM : linkOf(scan, name.first, name.last, 0);
  if (link.role === "sender" || link.role === "provider" || link.weight < TERM_ONLY) return undefined;
  const list: Evidence = { kind: "list", list: "names" };
  if (initial !== undefined) return matchOf(name, link, link.weight, [list]);
  if (name.shape === "unlisted-name" && !speaksOfOne(link)) return undefined;
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
