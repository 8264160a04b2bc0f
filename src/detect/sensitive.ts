/** Which sensitive classes a text tells of. */
import type { SensitiveClass } from "../contract/index.ts";
import { stretchAt } from "./sections.ts";
import type { Unit } from "./unit.ts";

/** "Depression" and "withdrawal" are words of business too: only a term that is sure of itself names a class. */
const SURE_TERM = 20;
export const SENSITIVE_ORDER: readonly SensitiveClass[] = ["substance-use", "mental-health", "hiv-sti", "reproductive", "genetic", "minor"];

/** Never from a signature or a mail header. */
export function sensitiveIn(unit: Unit): ReadonlySet<SensitiveClass> {
  const seen = new Set<SensitiveClass>();
  for (const c of unit.health) {
    if (c.sensitive === undefined || c.points < SURE_TERM) continue;
    const { zone } = stretchAt(unit.stretches, c.start);
    if (zone !== "signature" && zone !== "header") seen.add(c.sensitive);
  }
  return seen;
}
