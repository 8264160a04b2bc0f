/** How many patients a draft tells apart: a lower bound, by names and by numbers that belong to one person each. */
import { nameWords, sameName } from "./roles.ts";
import type { Scored } from "./score.ts";

const NUMBERS = ["H", "G", "I"] as const;
/** Names beyond this are compared no more: several is several. */
const COMPARED = 200;

/** Counts patients among the identifiers that make the draft PHI; at least one. */
export function countPatients(phi: readonly Scored[]): number {
  const people: ReadonlySet<string>[] = [];
  const numbers = new Map<string, Set<string>>();
  for (const { judged } of phi) {
    const { candidate, unit } = judged;
    const value = unit.scan.text.slice(candidate.start, candidate.end);
    const { part } = candidate.rule;
    if (part === "A") addPerson(people, nameWords(value));
    else if ((NUMBERS as readonly string[]).includes(part) || candidate.rule.id === "date-of-birth") {
      const key = candidate.rule.id;
      const known = numbers.get(key) ?? new Set<string>();
      known.add(value.replace(/[^A-Z0-9]/gi, "").toUpperCase());
      numbers.set(key, known);
    }
  }
  // A member and a group number are two numbers of one person.
  numbers.delete("health-plan-id");
  return Math.max(1, people.length, ...[...numbers.values()].map((values) => values.size));
}

function addPerson(people: ReadonlySet<string>[], name: ReadonlySet<string>): void {
  if (name.size === 0 || people.length >= COMPARED) return;
  const k = people.findIndex((other) => sameName(name, other));
  if (k < 0) people.push(name);
  else if (name.size > (people[k]?.size ?? 0)) people[k] = name;
}
