/** What is told of a candidate: where it stands, how sure it is, and why. Never the matched text. */
import type { Confidence, Evidence, Finding } from "../contract/index.ts";
import type { Candidate } from "./engine.ts";
import type { Weighed } from "./score.ts";
import { sectionOf, stretchAt } from "./sections.ts";
import { sourceSpan } from "./text.ts";
import type { Unit } from "./unit.ts";

/** Points from which a finding is called medium or high. */
const MEDIUM_FROM = 3;
const HIGH_FROM = 18;

export function confidenceOf(points: number): Confidence {
  return points >= HIGH_FROM ? "high" : points >= MEDIUM_FROM ? "medium" : "low";
}

/** Where an identifier or term stands, in its source. */
export function spanOf({ read, stretches }: Unit, c: Candidate): Pick<Finding, "start" | "end" | "confidence" | "section"> {
  const { start, end } = sourceSpan(read, c.start, c.end);
  return { start, end, confidence: confidenceOf(c.points), section: sectionOf(stretchAt(stretches, c.start)) };
}

/** Why an identifier counts: what the rule saw, whose it is, and the care nearest to it. */
export function evidenceOf({ judged: { candidate: { evidence: own }, why }, nearest }: Weighed): readonly Evidence[] {
  const health: readonly Evidence[] = nearest === undefined ? [] : [nearest];
  return why.length + health.length === 0 ? own : own.concat(why, health);
}

function comesBefore(a: Candidate, b: Candidate): boolean {
  return a.start !== b.start ? a.start < b.start : a.end !== b.end ? a.end < b.end : a.rule.id < b.rule.id;
}

/** Identifiers and terms of one text in its order. Both come sorted, so they are merged. */
export function mergeInOrder<T, F>(
  identifiers: readonly T[], terms: readonly Candidate[], candidateOf: (one: T) => Candidate, make: { readonly identifier: (one: T) => F; readonly term: (term: Candidate) => F },
): readonly F[] {
  const merged: F[] = [];
  let next = 0;
  // By index: an iterator makes an object a step until its loop is compiled.
  for (let k = 0; k < terms.length; k++) {
    const term = terms[k] as Candidate;
    for (let one = identifiers[next]; one !== undefined && comesBefore(candidateOf(one), term); one = identifiers[++next]) merged.push(make.identifier(one));
    merged.push(make.term(term));
  }
  for (; next < identifiers.length; next++) merged.push(make.identifier(identifiers[next] as T));
  return merged;
}
