/** How many patients a draft tells apart: a lower bound, by names and by numbers that belong to one person each. */
import type { NumberKeys, PatientKeys } from "../contract/index.ts";
import { textHash } from "./lexicon/index.ts";
import { nameWords } from "./roles.ts";
import type { Judged } from "./roles.ts";

const NUMBERS: ReadonlySet<string> = new Set(["H", "G", "I"]);
/** Names beyond this are compared no more: several is several. */
const COMPARED = 200;
/** Names, and numbers of one rule, that are kept of a file; the others are counted. */
const MOST_KEYS = 16;
/** A member and a group number are two numbers of one person. */
const NOT_ONE_EACH = "health-plan-id";
const INITIAL_BITS = 0xfff;

interface Person {
  readonly words: ReadonlySet<string>;
  readonly need: number;
}

/** Words of a name as hashes, each behind that of its first letter. A word of one letter has that alone. */
function keysOf(name: ReadonlySet<string>): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const word of name) {
    const initial = (textHash(word.slice(0, 1)) & INITIAL_BITS).toString(36);
    keys.add(word.length === 1 ? initial : `${initial}.${(textHash(word) >>> 0).toString(36)}`);
  }
  return keys;
}

function isInitial(key: string): boolean {
  return !key.includes(".");
}

/** As `sameName`, on keys. */
function samePerson(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let long = false;
  for (const key of small) {
    if (!large.has(key) && !(isInitial(key) && [...large].some((other) => other.startsWith(`${key}.`)))) return false;
    if (!isInitial(key)) long = true;
  }
  return long;
}

/** What stands from a given name to the surname of the same person: the rest of the line, and the label. */
const SURNAME_FIELD = /^[^\n:]{1,60}[\n|\t;, ]\s{0,80}(?:apellidos?|primer apellido|last name|surname|family name)\s?:\s{0,4}$/i;
const FIELD_REACH = 160;
const COLON = 58;

/** A colon stands before it, no more than four blanks away: hardly any identifier of a long list needs its line looked at. */
function isLabelled(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0 && at >= start - 5; at--) if (text.charCodeAt(at) === COLON) return true;
  return false;
}

/** Words of the given name, where `judged` is the surname in a field of its own: "Nombre: Ana. Apellidos: Ruiz Gil". */
function givenBefore(before: Judged | undefined, { candidate, unit }: Judged): ReadonlySet<string> | undefined {
  if (before === undefined || before.unit !== unit) return undefined;
  const { start, end } = before.candidate;
  return candidate.start - start <= FIELD_REACH && isLabelled(unit.scan.text, candidate.start) && SURNAME_FIELD.test(unit.scan.text.slice(start, candidate.start)) ? keysOf(nameWords(unit.scan.text.slice(start, end))) : undefined;
}

/** The label of a form's field about someone who belongs to the patient: a lower bound does not count them. */
const RELATIVE_FIELD = /\b(?:next of kin|related entity|relative|informant|(?:emergency )?contact(?: person)?|guarantor|insured|subscriber|cardholder|guardian|responsible party|maiden name|alias|spouse)\s?:\s{0,4}$/i;
const LABEL_REACH = 40;
const TOLD_BY_RELATION = "relative-of";

/** Tells patients apart as their identifiers come by. */
export class Patients {
  private readonly people: Person[] = [];
  private readonly numbers = new Map<string, Map<string, number>>();
  /** The greatest number of one rule that a file counts by itself. */
  private counted = 0;
  private before: Judged | undefined;

  /** An identifier that is part of why, with the ambient care it needs for that. In the order of the text. */
  add(judged: Judged, need = 0): void {
    const { candidate, unit } = judged;
    const { part, id } = candidate.rule;
    // "Ana's mother" names Ana, who is told of elsewhere or not at all.
    const { text } = unit.scan;
    if (id === TOLD_BY_RELATION || (isLabelled(text, candidate.start) && RELATIVE_FIELD.test(text.slice(Math.max(0, candidate.start - LABEL_REACH), candidate.start)))) return;
    const value = (): string => text.slice(candidate.start, candidate.end);
    if (part === "A") {
      const given = givenBefore(this.before, judged);
      this.before = judged;
      if (given === undefined && this.people.length >= COMPARED) return;
      const words = keysOf(nameWords(value()));
      if (given === undefined) this.addPerson({ words, need });
      else this.extendPerson(given, { words, need });
    } else if ((NUMBERS.has(part) || id === "date-of-birth") && id !== NOT_ONE_EACH) {
      this.addNumber(id, (textHash(value().replace(/[^A-Z0-9]/gi, "").toUpperCase()) >>> 0).toString(36), need);
    }
  }

  private addNumber(ruleId: string, key: string, need: number): void {
    const known = this.numbers.get(ruleId) ?? new Map<string, number>();
    known.set(key, Math.min(need, known.get(key) ?? need));
    this.numbers.set(ruleId, known);
  }

  private addPerson(person: Person): void {
    const { words, need } = person;
    if (words.size === 0 || this.people.length >= COMPARED) return;
    const k = this.people.findIndex((other) => samePerson(words, other.words));
    const known = this.people[k];
    if (known === undefined) this.people.push(person);
    else this.people[k] = { words: words.size > known.words.size ? words : known.words, need: Math.min(need, known.need) };
  }

  private extendPerson(given: ReadonlySet<string>, { words, need }: Person): void {
    const whole: Person = { words: new Set([...given, ...words]), need };
    const k = this.people.findIndex((other) => samePerson(given, other.words));
    const known = this.people[k];
    if (known === undefined) this.addPerson(whole);
    else this.people[k] = { ...whole, need: Math.min(need, known.need) };
  }

  /** Those of an attachment that count with so much ambient care. */
  merge({ people, morePeople, numbers }: PatientKeys, ambient: number): void {
    const named = people.filter(({ need }) => need <= ambient);
    for (const { words, need } of named) this.addPerson({ words: new Set(words), need });
    this.counted = Math.max(this.counted, named.length + (morePeople !== undefined && morePeople.need <= ambient ? morePeople.count : 0));
    for (const { ruleId, keys, more } of numbers) {
      const counting = keys.filter(([, need]) => need <= ambient);
      for (const [key, need] of counting) this.addNumber(ruleId, key, need);
      this.counted = Math.max(this.counted, counting.length + (more !== undefined && more.need <= ambient ? more.count : 0));
    }
  }

  /** At least one. */
  get count(): number {
    return Math.max(1, this.people.length, this.counted, ...[...this.numbers.values()].map((keys) => keys.size));
  }

  /** As kept with an attachment. */
  keys(): PatientKeys {
    const more = this.people.slice(MOST_KEYS);
    return {
      people: this.people.slice(0, MOST_KEYS).map(({ words, need }) => ({ words: [...words], need })),
      ...(more.length === 0 ? {} : { morePeople: neediest(more) }),
      numbers: [...this.numbers].map(([ruleId, keys]) => numberKeys(ruleId, [...keys])),
    };
  }
}

/** The need of the neediest holds for all of them: the count stays a lower bound. */
function neediest(more: readonly { readonly need: number }[]): { readonly count: number; readonly need: number } {
  return { count: more.length, need: more.reduce((most, { need }) => Math.max(most, need), 0) };
}

function numberKeys(ruleId: string, keys: readonly (readonly [string, number])[]): NumberKeys {
  const more = keys.slice(MOST_KEYS).map(([, need]) => ({ need }));
  return { ruleId, keys: keys.slice(0, MOST_KEYS), ...(more.length === 0 ? {} : { more: neediest(more) }) };
}
