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

function take(candidates: readonly Candidate[], taken: Uint8Array): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort(stronger)) {
    let free = true;
    for (let t = candidate.token; t < candidate.after && free; t++) free = taken[t] === 0;
    if (!free) continue;
    taken.fill(1, candidate.token, candidate.after);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Keeps the stronger of overlapping candidates; `tokens` is the scan's count. */
export function settle(candidates: readonly Candidate[], tokens: number): Settled {
  const health = candidates.filter((c) => c.rule.part === "health");
  const identifiers = candidates.filter((c) => c.rule.part !== "health");
  const phrases = new Uint8Array(tokens + 1);
  for (const c of health) if (c.weight >= 60 && c.after - c.token > 1) phrases.fill(1, c.token, c.after);
  const kept = take(
    identifiers.filter((c) => !(BY_CAPITALS.has(c.rule.id) && (phrases[c.token] === 1 || phrases[c.after - 1] === 1))),
    new Uint8Array(tokens + 1),
  );
  const swallowed = new Uint8Array(tokens + 1);
  for (const c of kept) if (SWALLOWS_TERMS.has(c.rule.part)) swallowed.fill(1, c.token, c.after);
  return { identifiers: kept, health: take(health.filter((c) => swallowed[c.token] === 0), new Uint8Array(tokens + 1)) };
}
