/** What is counted in a passage, by kind; each number that is reached is a feature. */
import type { TermClass } from "../lexicon/index.ts";
import { named } from "./feature-set.ts";
import type { Features } from "./feature-set.ts";
import { MOST_GROUPS } from "./groups.ts";

/** More of a kind says no more. */
const MOST = 4;
/** Terms are counted by class and strength too, listed words by group. */
const KINDS = ["strong", "weak", "work", "number", "generic", "topic", "pets", "name", "third behind"] as const;
const CLASSES: readonly TermClass[] = ["diagnosis", "symptom", "drug", "lab", "procedure", "care", "coverage", "specialty", "anatomy"];

export const KIND = Object.fromEntries(KINDS.map((kind, k) => [kind, k])) as Readonly<Record<(typeof KINDS)[number], number>>;
/** The strong terms of a class; the weak ones are the next kind. */
export const TERM_KIND = Object.fromEntries(CLASSES.map((name, k) => [name, KINDS.length + k * 2])) as Readonly<Record<TermClass, number>>;
/** Group 0; each group is the next kind. */
export const GROUP_KIND = KINDS.length + CLASSES.length * 2;

function nameOf(kind: number): string {
  if (kind < KINDS.length) return KINDS[kind] as string;
  if (kind >= GROUP_KIND) return `group ${kind - GROUP_KIND}`;
  const term = kind - KINDS.length;
  return `${CLASSES[term >> 1] as string}:${(term & 1) === 0 ? "strong" : "weak"}`;
}

/** For each sort of count its features by kind and number, made when first asked for. */
const REACHED = new Map<string, Int32Array>();

function reachedBy(sort: string): Int32Array {
  let known = REACHED.get(sort);
  if (known === undefined) REACHED.set(sort, known = new Int32Array((GROUP_KIND + MOST_GROUPS + 1) * (MOST + 1)));
  return known;
}

/** Counts of one passage. */
export class Counts {
  private readonly counts = new Uint8Array(GROUP_KIND + MOST_GROUPS + 1);

  add(kind: number): void {
    if ((this.counts[kind] as number) < MOST) this.counts[kind] = (this.counts[kind] as number) + 1;
  }

  clear(): this {
    this.counts.fill(0);
    return this;
  }

  /** `sort` tells whose counts these are: the same number says something else of another sort of name. */
  addTo(seen: Features, sort: string): void {
    const { counts } = this;
    const reached = reachedBy(sort);
    for (let kind = 0; kind < counts.length; kind++) {
      for (let n = 1; n <= (counts[kind] as number); n++) {
        const place = kind * (MOST + 1) + n;
        if (reached[place] === 0) reached[place] = named(`${sort}${nameOf(kind)}>=${n}`);
        seen.add(reached[place] as number);
      }
    }
  }
}
