/** How far a passage speaks of care at all, before any name is weighed. */
import { namesWork } from "../care-grammar.ts";
import { indexFrom } from "../scan.ts";
import type { Scan } from "../scan.ts";
import type { Person } from "./persons.ts";
import { BESIDE } from "./talk.ts";
import type { Passage } from "./talk.ts";

/** In a note of so many tokens every name is looked at; in longer mail those near a sure term. */
export const SHORT = 60;
/** In longer mail so many tokens lie between a name and what speaks of care, at most. */
export const CARE_REACH = 20;
/** So many everyday words with a medical sense speak of care as well as one sure term. */
const WEAK_TOGETHER = 2;

/** `sure`: by a health term, or several weak ones. `weak`: by one everyday word with a medical sense. `none`: by no health term. */
export type Care = "sure" | "weak" | "none";

class Terms {
  private isSure = false;
  private readonly weak = new Set<number>();

  /** Notes the terms of the tokens `from` to `to`, but for those of the name itself and those that name a place or some work. */
  add(scan: Scan, from: number, to: number, name?: Person): void {
    const { terms, termTokens } = scan;
    for (let k = indexFrom(termTokens, from); k < terms.length && (termTokens[k] as number) <= to; k++) {
      const { tag, hash, tokens } = terms[k] as Scan["terms"][number];
      const token = termTokens[k] as number;
      if ((name !== undefined && token >= name.first && token <= name.last) || namesWork(scan, token, tokens)) continue;
      if (tag.strength === "strong") this.isSure = true;
      else this.weak.add(hash);
    }
  }

  care(): Care {
    return this.isSure || this.weak.size >= WEAK_TOGETHER ? "sure" : this.weak.size > 0 ? "weak" : "none";
  }
}

/** True where one of the two texts is long. */
export function isLong({ scan, beside }: Passage): boolean {
  return scan.count > SHORT || (beside?.count ?? 0) > SHORT;
}

/** By the terms near a name and those of the text beside it. */
export function careRound(passage: Passage, person: Person): Care {
  const { scan, beside } = passage;
  const reach = isLong(passage) ? CARE_REACH : SHORT;
  const terms = new Terms();
  terms.add(scan, person.first - reach, person.last + reach, person);
  if (beside !== undefined) terms.add(beside, 0, BESIDE - 1);
  return terms.care();
}

/** True where the text or the one beside it has a health term. */
export function hasTerm({ scan, beside }: Passage): boolean {
  return scan.terms.length > 0 || (beside !== undefined && beside.terms.length > 0);
}

/** The same for a term that speaks of care by itself. */
export function hasSureTerm({ scan, beside }: Passage): boolean {
  return scan.terms.some(isSure) || (beside !== undefined && beside.terms.some(isSure));
}

function isSure({ tag }: Scan["terms"][number]): boolean {
  return tag.strength === "strong";
}
