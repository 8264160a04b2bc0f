/** Which findings of a long file are kept: those that decide its score, then the strongest. */
import type { Confidence, Part, Weighing } from "../contract/index.ts";
import { scoreOf, shareWith, topOf } from "./score.ts";

/** A person reads no more, and what is kept must fit beside other files in Outlook's store. */
const MOST = 22;
const MOST_IDENTIFIERS = 18;
/** Texts of a file whose strongest identifiers are kept, whatever else is. */
const MOST_TEXTS = 6;
/** The least and the most care that may come from the rest of a draft. */
const AMBIENT = [0, 40, 98] as const;
const CONFIDENCE = { low: 0, medium: 1, high: 2 } as const;

/** What a finding's place among the others depends on: one object for all shares of ambient care in turn, since a list of patients has tens of thousands. */
export interface Listable {
  readonly part: Part;
  /** Index of the text; undefined for the file's name. */
  readonly text: number | undefined;
  readonly confidence: Confidence;
  /** Identifiers only. */
  readonly weighing: Weighing | undefined;
  /** With the care that is looked at. */
  share: number;
}

type Ranked<T> = T & { readonly weighing: Weighing };

/** Of the terms of a file, those that `listed` may keep: the others need not be made ready for it, and a long file has a hundred thousand. */
export function listableTerms<T>(terms: readonly T[], confidenceOf: (term: T) => Confidence): ReadonlySet<T> {
  return new Set(first(terms, MOST, (a, b) => CONFIDENCE[confidenceOf(b)] - CONFIDENCE[confidenceOf(a)]));
}

/** The first `count` in the order of a stable sort: of a long file nearly all come behind them. */
function first<T>(all: readonly T[], count: number, compare: (a: T, b: T) => number): readonly T[] {
  const best: T[] = [];
  for (let k = 0; k < all.length; k++) {
    const one = all[k] as T;
    if (best.length === count && compare(best[count - 1] as T, one) <= 0) continue;
    let at = best.length;
    while (at > 0 && compare(best[at - 1] as T, one) > 0) at--;
    best.splice(at, 0, one);
    if (best.length > count) best.pop();
  }
  return best;
}

function isRanked<T extends Listable>(finding: T): finding is Ranked<T> {
  return finding.weighing !== undefined;
}

// By index: an iterator makes an object a step until its loop is compiled.
function share(ranked: readonly Ranked<Listable>[], ambient: number): void {
  for (let k = 0; k < ranked.length; k++) {
    const one = ranked[k] as Ranked<Listable>;
    one.share = shareWith(one.weighing, ambient);
  }
}

function byText<T extends Listable>(ranked: readonly Ranked<T>[]): readonly (readonly Ranked<T>[])[] {
  const texts = new Map<number, Ranked<T>[]>();
  for (const one of ranked) {
    const text = one.text ?? -1;
    const known = texts.get(text);
    if (known === undefined) texts.set(text, [one]);
    else known.push(one);
  }
  return [...texts.values()];
}

/** The identifiers that make the score of the best texts, whatever the rest of the draft tells. */
function decisive<T extends Listable>(all: readonly Ranked<T>[]): Set<Listable> {
  const texts = byText(all);
  const kept = new Set<Listable>();
  for (const ambient of AMBIENT) {
    share(all, ambient);
    const scored = texts.map((ranked) => {
      const top = topOf(ranked);
      return { top, score: scoreOf(top) };
    });
    for (const { top } of first(scored, MOST_TEXTS, (a, b) => b.score - a.score)) for (const finding of top) if (kept.size < MOST_IDENTIFIERS) kept.add(finding);
  }
  return kept;
}

/** All of them, in their order, where they are few. */
export function listed<T extends Listable>(findings: readonly T[]): { readonly kept: readonly T[]; readonly left: readonly T[] } {
  if (findings.length <= MOST) return { kept: findings, left: [] };
  const ranked = findings.filter(isRanked);
  const chosen = decisive(ranked);
  share(ranked, AMBIENT[1]);
  // Of these at most `MOST_IDENTIFIERS` are chosen already.
  const byShare = first(ranked, MOST + MOST_IDENTIFIERS, (a, b) => b.share - a.share || b.weighing.force - a.weighing.force);
  for (const finding of byShare) if (chosen.size < MOST_IDENTIFIERS) chosen.add(finding);
  const terms = first(findings.filter(({ part }) => part === "health"), MOST, (a, b) => CONFIDENCE[b.confidence] - CONFIDENCE[a.confidence]);
  for (const finding of [...terms, ...byShare]) if (chosen.size < MOST) chosen.add(finding);
  const kept: T[] = [];
  const left: T[] = [];
  for (let k = 0; k < findings.length; k++) (chosen.has(findings[k] as T) ? kept : left).push(findings[k] as T);
  return { kept, left };
}
