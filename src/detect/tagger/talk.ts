/** What a passage speaks of, whoever is named in it. In a short note it is the same for all names. */
import { namesWork } from "../care-grammar.ts";
import { hasWord, wordsOf } from "../context.ts";
import { GAP, gapAt } from "../gaps.ts";
import { genreOf } from "../genre.ts";
import { FLAG, joinHash, MARK } from "../lexicon/index.ts";
import { flagsOf, hashOf, INFO, infoOf } from "../scan.ts";
import type { Scan } from "../scan.ts";
import { termAt } from "../terms.ts";
import { Counts, GROUP_KIND, KIND, TERM_KIND } from "./counts.ts";
import { AT, Features, named, wordAt } from "./feature-set.ts";
import { groupOf } from "./groups.ts";

/** The text that is looked at, and the one that stands with it: the body of a subject, the subject of a body. */
export interface Passage {
  readonly scan: Scan;
  readonly beside: Scan | undefined;
  readonly isHeading: boolean;
}

/** Of the text that stands beside so many tokens are looked at. */
export const BESIDE = 30;

/** Features for any name, and those that hold only for words that may be no names, or only for the others. */
export interface Talk {
  readonly any: Features;
  readonly doubtful: Features;
  readonly sure: Features;
}

const THIRD = wordsOf("he,she,his,her,him,hers,he's,she's,himself,herself,él,ella,su");

/** One for all: what it holds is used up before the next passage. */
const TALK: Talk = { any: new Features(), doubtful: new Features(), sure: new Features() };
const COUNTS = new Counts();

/** True for words that stand for a person told of before. */
export function isThirdPerson(hash: number): boolean {
  return hasWord(THIRD, hash);
}

/** Of the tokens `from` to `to`, and of the text beside. The answer is good until the next question. */
export function talkOf(scan: Scan, from: number, to: number, beside: Scan | undefined): Talk {
  const { any, doubtful, sure } = TALK;
  const counts = COUNTS.clear();
  any.clear().add(named("bias"));
  for (const [kind, holds] of Object.entries(genreOf(scan))) if (holds) any.add(named(`genre:${kind}`));
  for (let t = Math.max(0, from); t <= to && t < scan.count; t++) addToken(scan, t, counts, any);
  if (beside !== undefined) for (let t = 0; t < Math.min(beside.count, BESIDE); t++) addToken(beside, t, counts, any);
  counts.addTo(any, "");
  counts.addTo(doubtful.clear(), "doubtful ");
  counts.addTo(sure.clear(), "named ");
  return TALK;
}

function addToken(scan: Scan, token: number, counts: Counts, seen: Features): void {
  const info = infoOf(scan, token);
  const hash = hashOf(scan, token);
  const term = termAt(scan, token);
  if (term !== undefined && namesWork(scan, token, term.tokens)) counts.add(KIND.work);
  else if (term !== undefined) {
    const { termClass, strength } = term.tag;
    counts.add(TERM_KIND[termClass] + (strength === "strong" ? 0 : 1));
    counts.add(KIND[strength]);
  }
  if ((info & INFO.DIGIT) !== 0) counts.add(KIND.number);
  if ((info & MARK.GENERIC) !== 0) counts.add(KIND.generic);
  if ((info & MARK.TOPIC) !== 0) counts.add(KIND.topic);
  if ((info & MARK.PETS) !== 0) counts.add(KIND.pets);
  if ((info & INFO.UPPER) !== 0 && (flagsOf(scan, token) & (FLAG.GIVEN | FLAG.SURNAME)) !== 0) counts.add(KIND.name);
  if (hash === 0) return;
  seen.add(wordAt(AT.near, hash));
  addGroup(groupOf(hash), counts);
  if ((gapAt(scan, token) & (GAP.BLANK | GAP.HYPHEN)) !== 0) seen.add(wordAt(AT.pair, joinHash(hash, hashOf(scan, token + 1))));
}

/** Words of no list are of no group. */
export function addGroup(group: number, counts: Counts): void {
  if (group !== 0) counts.add(GROUP_KIND + group);
}
