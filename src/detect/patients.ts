/** How many patients a draft tells apart: a lower bound, by names and by numbers that belong to one person each. */
import { nameWords, sameName } from "./roles.ts";
import type { Judged } from "./roles.ts";
import type { Scored } from "./score.ts";

const NUMBERS = ["H", "G", "I"] as const;
/** Names beyond this are compared no more: several is several. */
const COMPARED = 200;

/** Counts patients among the identifiers that make the draft PHI; at least one. */
export function countPatients(phi: readonly Scored[]): number {
  const people: ReadonlySet<string>[] = [];
  const numbers = new Map<string, Set<string>>();
  let before: Judged | undefined;
  for (const { judged } of phi) {
    const { candidate, unit } = judged;
    const value = unit.scan.text.slice(candidate.start, candidate.end);
    const { part } = candidate.rule;
    if (part === "A") {
      const given = givenBefore(before, judged);
      if (given === undefined) addPerson(people, nameWords(value));
      else extendPerson(people, given, nameWords(value));
      before = judged;
    } else if ((NUMBERS as readonly string[]).includes(part) || candidate.rule.id === "date-of-birth") {
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

/** What stands from a given name to the surname of the same person: the rest of the line, and the label. */
const SURNAME_FIELD = /^[^\n:]{1,60}[\n|\t;, ]\s{0,80}(?:apellidos?|primer apellido|last name|surname|family name)\s?:\s{0,4}$/i;
const FIELD_REACH = 160;

/** Words of the given name, where `judged` is the surname in a field of its own: "Nombre: Ana. Apellidos: Ruiz Gil". */
function givenBefore(before: Judged | undefined, { candidate, unit }: Judged): ReadonlySet<string> | undefined {
  if (before === undefined || before.unit !== unit) return undefined;
  const { start, end } = before.candidate;
  return candidate.start - start <= FIELD_REACH && SURNAME_FIELD.test(unit.scan.text.slice(start, candidate.start)) ? nameWords(unit.scan.text.slice(start, end)) : undefined;
}

function extendPerson(people: ReadonlySet<string>[], given: ReadonlySet<string>, surname: ReadonlySet<string>): void {
  const whole = new Set([...given, ...surname]);
  const k = people.findIndex((other) => sameName(given, other));
  if (k < 0) addPerson(people, whole);
  else people[k] = whole;
}

function addPerson(people: ReadonlySet<string>[], name: ReadonlySet<string>): void {
  if (name.size === 0 || people.length >= COMPARED) return;
  const k = people.findIndex((other) => sameName(name, other));
  if (k < 0) people.push(name);
  else if (name.size > (people[k]?.size ?? 0)) people[k] = name;
}
