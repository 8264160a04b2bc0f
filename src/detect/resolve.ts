/** Settles overlaps: one finding a place. Deterministic, and linear but for one sort. */
import type { Candidate } from "./engine.ts";

export interface Settled {
  readonly identifiers: readonly Candidate[];
  readonly health: readonly Candidate[];
}

/** Names found by capitals alone give way to a health term: "Bell's palsy" is nobody. */
const BY_CAPITALS = new Set(["name-pair", "name-comma", "name-cued"]);
/** Inside these a health word is part of the value: "Dr. Graves", "asthma@example.org". */
const SWALLOWS_TERMS = new Set(["A", "B", "F", "N"]);

function stronger(a: Candidate, b: Candidate): number {
  return b.points - a.points || b.end - b.start - (a.end - a.start) || a.start - b.start || (a.rule.id < b.rule.id ? -1 : 1);
}

/** Where the first of `candidates`, which come by start, begins before another ends; their length where none does. */
function firstOverlap(candidates: readonly Candidate[]): number {
  let behind = 0;
  for (let k = 0; k < candidates.length; k++) {
    const { token, after } = candidates[k] as Candidate;
    if (token < behind) return k - 1;
    behind = after;
  }
  return candidates.length;
}

function byStart(a: Candidate, b: Candidate): number {
  return a.start - b.start;
}

/** Room for a mark a token: most texts need little, and new room costs more than the marks. */
const SHARED = new Uint8Array(4096);

/** Blank marks, until they are asked for again. */
function marksFor(tokens: number): Uint8Array {
  return tokens < SHARED.length ? SHARED.fill(0, 0, tokens + 1) : new Uint8Array(tokens + 1);
}

/** One by one: for the few tokens of a candidate a call of `fill` costs many times as much. */
function mark(taken: Uint8Array, { token, after }: Candidate): void {
  for (let t = token; t < after; t++) taken[t] = 1;
}

/** Of candidates that overlap, from the strongest down, those whose tokens are free. */
function strongest(candidates: Candidate[], taken: Uint8Array): readonly Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates.sort(stronger)) {
    let free = true;
    for (let t = candidate.token; t < candidate.after && free; t++) free = taken[t] === 0;
    if (!free) continue;
    mark(taken, candidate);
    kept.push(candidate);
  }
  return kept.sort(byStart);
}

/** Only what hangs together by overlaps is set against each other: in a long table most stand alone. */
function take(candidates: Candidate[], tokens: number): Candidate[] {
  if (candidates.length < 2) return candidates;
  candidates.sort(byStart);
  const alone = firstOverlap(candidates);
  if (alone === candidates.length) return candidates;
  const taken = marksFor(tokens);
  const kept = candidates.slice(0, alone);
  for (let from = alone; from < candidates.length;) {
    const first = candidates[from] as Candidate;
    let end = from + 1;
    for (let after = first.after; end < candidates.length && (candidates[end] as Candidate).token < after; end++) after = Math.max(after, (candidates[end] as Candidate).after);
    if (end - from === 1) kept.push(first);
    else for (const candidate of strongest(candidates.slice(from, end), taken)) kept.push(candidate);
    from = end;
  }
  return kept;
}

/** Keeps the stronger of overlapping candidates; `tokens` is the scan's count. */
export function settle(candidates: readonly Candidate[], tokens: number): Settled {
  const health: Candidate[] = [];
  let identifiers: Candidate[] = [];
  let phrases: Uint8Array | undefined;
  // All in one go: a long table has more of them than stay near the processor.
  for (let k = 0; k < candidates.length; k++) {
    const c = candidates[k] as Candidate;
    if (c.rule.part !== "health") identifiers.push(c);
    else {
      health.push(c);
      if (c.weight >= 60 && c.after - c.token > 1) mark((phrases ??= marksFor(tokens)), c);
    }
  }
  const marked = phrases;
  if (marked !== undefined) identifiers = identifiers.filter((c) => !(BY_CAPITALS.has(c.rule.id) && (marked[c.token] === 1 || marked[c.after - 1] === 1)));
  const kept = take(identifiers, tokens);
  if (health.length === 0) return { identifiers: kept, health };
  let swallowing: Uint8Array | undefined;
  for (let k = 0; k < kept.length; k++) if (SWALLOWS_TERMS.has((kept[k] as Candidate).rule.part)) mark((swallowing ??= marksFor(tokens)), kept[k] as Candidate);
  const swallowed = swallowing;
  return { identifiers: kept, health: take(swallowed === undefined ? health : health.filter((c) => swallowed[c.token] === 0), tokens) };
}
