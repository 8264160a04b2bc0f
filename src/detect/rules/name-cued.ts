/** One name, initials, or a given name and an initial, where the sentence speaks of that person's care: "Robert's colonoscopy", "Alvarez NPO", "J.S. rm 4", "Richard K.". */
import type { Evidence } from "../../contract/index.ts";
import { FLAG, MARK } from "../lexicon/index.ts";
import { lists, wordsOf } from "../context.ts";
import { linkOf, mayTellCare, precededBy } from "../link.ts";
import { inRoom } from "../rooms.ts";
import { PATIENT_BEFORE } from "../link-words.ts";
import type { Link } from "../link.ts";
import { gapAfter } from "../gaps.ts";
import { commaAt, givenInitialAt, inList, isGiven, isInitial, mayBeginName, pairAt, surnameInitialAt } from "../names.ts";
import { initialsAt, singleAt, unknownAt, unknownPairAt } from "../names-alone.ts";
import type { NameSpan } from "../names.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { flagsOf, INFO, infoOf } from "../scan.ts";
import type { Scan } from "../scan.ts";

const INITIALS = wordsOf("initials,iniciales");
const LEFT_OUT: Link = { weight: 72, role: "patient", points: 14, care: 40, evidence: [] };
const GREETINGS = wordsOf("dear,hi,hello,hey,hola,estimado,estimada,querido,querida", MARK.GREETING);
/** Whoever is greeted is a recipient, unless `roles.ts` finds that the mail is about them. */
const GREETED = 8;
/** A name by itself, with no word of a person's care but a health term in the sentence. */
const TERM_ONLY = 55;
/** The least that a health term in the sentence gives: see `link.ts`. */
const TERM_NEAR = 30;

function matchOf(name: NameSpan, link: Link, weight: number, extra: readonly Evidence[]): Match {
  return {
    start: name.start, end: name.end, shape: name.shape, points: name.points + link.points, weight,
    ...(link.role === undefined ? {} : { role: link.role }), care: link.care ?? 0, evidence: [...extra, ...link.evidence],
  };
}

/** "Karpov: 2 units", "Vanterpool refusing dialysis", "redraw Nwosu": at the head of a note before a colon or a clinical verb, or a capital inside a sentence. */
function namedInPassing(scan: Scan, name: NameSpan, link: Link): boolean {
  if ((infoOf(scan, name.first) & INFO.SENTENCE) !== 0) {
    return scan.text.charAt(name.end) === ":" || scan.text.startsWith(" - ", name.end) || link.evidence.some((e) => e.kind === "cue" && e.cue !== TERM_CUE && e.distance <= BESIDE);
  }
  return (infoOf(scan, name.first - 1) & INFO.UPPER) === 0 && !precededBy(scan, name.first, PLACES) && gapAfter(scan, name.first - 1) === " " && link.weight >= TERM_NEAR;
}

/** What comes behind these is a place, a maker or a means. */
const PLACES = wordsOf("at,in,from,with,on,given,received,taking,takes,started,stopped,on the,via,by,using,through,into,near,per,of,our,your,their,and,or,new,called,named");
const WHERE = wordsOf("at,near,from,via");
/** See `termNear` in `link.ts`. */
const TERM_CUE = "health term in the sentence";

/** A surname that is all of a subject line: see `roles.ts`. */
const WHOLE_TEXT = 20;
const WHOLE_TEXT_POINTS = 12;

const SHORT_MAIL = 60;
const BESIDE = 12;

/** Enough for a word that no list knows: the grammar of care, the word "patient" and the like right before it, or a name's place in a short note. */
function speaksOfOne(scan: Scan, name: NameSpan, link: Link): boolean {
  if (link.evidence.some((e) => e.kind === "structure")) return true;
  if (scan.count <= SHORT_MAIL && namedInPassing(scan, name, link)) return true;
  return link.evidence.some((e) => (e.kind === "structure" && e.name.startsWith("possessive")) || (e.kind === "cue" && e.distance <= 2 && lists(PATIENT_BEFORE, e.cue)));
}

function found(scan: Scan, token: number): Match | undefined {
  if (!mayTellCare(scan, token) && (infoOf(scan, token - 1) & MARK.GREETING) === 0) return undefined;
  const info = infoOf(scan, token);
  const initials = (info & INFO.CAPS) !== 0 || isInitial(scan, token) ? initialsAt(scan, token) : undefined;
  if (initials !== undefined) {
    if (inRoom(scan, initials.first, initials.last)) {
      const link = linkOf(scan, initials.first, initials.last, 0);
      return matchOf(initials, link, link.weight, []);
    }
    // Whoever writes "initials D.W." leaves out a patient's name.
    return precededBy(scan, token, INITIALS) ? matchOf(initials, LEFT_OUT, LEFT_OUT.weight, [{ kind: "cue", cue: "initials", distance: 1 }]) : undefined;
  }
  if (!mayBeginName(scan, token)) return undefined;
  const initial = isInitial(scan, token + 1) ? givenInitialAt(scan, token) ?? surnameInitialAt(scan, token) : undefined;
  const name = initial ?? (flagsOf(scan, token) !== 0 ? singleAt(scan, token, true) : unknownAt(scan, token) ?? unknownPairAt(scan, token));
  if (name === undefined || pairAt(scan, token) !== undefined || commaAt(scan, token) !== undefined) return undefined;
  // The surname of a whole name is judged with it.
  if (isGiven(scan, token - 1) && gapAfter(scan, token - 1) === " ") return undefined;
  const link = linkOf(scan, name.first, name.last, 0);
  if (scan.count === 1) return matchOf(name, { ...link, points: WHOLE_TEXT_POINTS }, WHOLE_TEXT, [{ kind: "list", list: "names" }]);
  if (precededBy(scan, token, GREETINGS)) return matchOf(name, link, GREETED, [{ kind: "list", list: "names" }]);
  if (link.role === "sender" || link.role === "provider" || link.weight < TERM_NEAR) return undefined;
  const list: Evidence = { kind: "list", list: "names" };
  if (initial !== undefined) return matchOf(name, link, link.weight, [list]);
  if (name.shape === "unlisted-name" && !speaksOfOne(scan, name, link)) return undefined;
  const structured = link.evidence.some((e) => e.kind === "structure");
  // "trained at Mayo" and "the committee (Gail, Hugo, Trina)": a place, a list of those who work.
  if (!structured && (precededBy(scan, token, WHERE) || inList(scan, name.first, name.last))) return undefined;
  // "Bill" and "Rose" are words too: only the grammar of care makes them names.
  const everyday = (flagsOf(scan, token) & (FLAG.COMMON | FLAG.PLACE)) !== 0;
  if (everyday && !structured) return undefined;
  return matchOf(name, link, structured || link.role === "patient" ? Math.min(link.weight, 70) : Math.min(link.weight, TERM_ONLY), [list]);
}

export const nameCued = defineRule({
  id: "name-cued",
  part: "A",
  title: { en: "Name tied to someone's care", es: "Nombre ligado a la atención de alguien" },
  gates: [{ kind: "capital", where: "near" }],
  find: found,
  weight: 50,
});
