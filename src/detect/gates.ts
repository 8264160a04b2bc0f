/** A pack of rules sorted into gates: what to try at which token. */
import type { WordSet } from "./context.ts";
import { beginsWithLetter } from "./lead.ts";
import { MARK, markWord, wordHash } from "./lexicon/index.ts";
import type { Rule, Shape } from "./rule.ts";
import type { Scan } from "./scan.ts";

/** A rule with its cue lists, which are made when first asked for: most rules never find a value in a mail. */
export interface Compiled {
  readonly rule: Rule;
  cues?: WordSet;
  negative?: WordSet;
}

/** A rule at an open gate, with those of its shapes that may fit there. */
export interface Try {
  readonly compiled: Compiled;
  readonly shapes: readonly Shape[];
  /** For each shape, `kindOf` the characters that may come second behind the token; and all of them together. */
  readonly then: readonly number[];
  readonly anyThen: number;
}

/** Rules by a token's length; by the character that follows it, they are sorted when it first occurs. */
interface NumberGate {
  readonly rules: readonly (readonly Compiled[])[];
  readonly plans: Map<number, readonly Try[]>;
}

export interface Engine {
  readonly digits: NumberGate;
  readonly mixed: NumberGate;
  readonly words: ReadonlyMap<number, readonly Try[]>;
  readonly capitalised: ReadonlyMap<number, readonly Try[]>;
  /** `OPENS` and `OPENS_CAPITAL` by the low bits of each gate word's hash: most words are turned away without a look-up. */
  readonly filter: Uint8Array;
  /** Some of the words are an organization's own: the scan's queue does not hold them. */
  readonly more: boolean;
  readonly capital: readonly Try[];
  readonly pair: readonly Try[];
  readonly at: readonly Try[];
  readonly link: readonly Try[];
  readonly terms: ReadonlyMap<string, readonly Compiled[]>;
}

/** Runs of digits longer than this open no gate. */
const LONGEST_TOKEN = 40;
export const FILTER_MASK = 8191;
/** Bits of `Engine.filter`. */
export const OPENS = 1;
export const OPENS_CAPITAL = 2;

/** Sorts a pack into gates, once. `more`: with words of an organization that the scan does not mark. */
export function compilePack(rules: readonly Rule[], more = false): Engine {
  const digits: Compiled[][] = Array.from({ length: LONGEST_TOKEN + 1 }, () => []);
  const mixed: Compiled[][] = Array.from({ length: LONGEST_TOKEN + 1 }, () => []);
  const words = new Map<number, Try[]>();
  const terms = new Map<string, Compiled[]>();
  const capitalised = new Map<number, Try[]>();
  const capital: Try[] = [];
  const pair: Try[] = [];
  const at: Try[] = [];
  const link: Try[] = [];
  for (const rule of rules) {
    const compiled: Compiled = { rule };
    const shapes = rule.shapes ?? [];
    const whole: Try = { compiled, shapes, then: shapes.map(() => ANY_KIND), anyThen: ANY_KIND };
    for (const gate of rule.gates) {
      if (gate.kind === "digits") for (const length of gate.lengths) digits[length]?.push(compiled);
      else if (gate.kind === "mixed") for (const length of gate.lengths) mixed[length]?.push(compiled);
      else if (gate.kind === "words") for (const word of gate.words) put(gate.capital === true ? capitalised : words, wordHash(word, 0, word.length), whole);
      else if (gate.kind === "term") for (const termClass of gate.classes) put(terms, termClass, compiled);
      else if (gate.kind === "capital") (gate.pair === true ? pair : capital).push(whole);
      else (gate.kind === "at" ? at : link).push(whole);
    }
  }
  const filter = new Uint8Array(FILTER_MASK + 1);
  for (const hash of words.keys()) {
    filter[hash & FILTER_MASK] = OPENS;
    if (!more) markWord(hash, MARK.GATE);
  }
  for (const hash of capitalised.keys()) filter[hash & FILTER_MASK] = (filter[hash & FILTER_MASK] as number) | OPENS_CAPITAL;
  return { digits: { rules: digits, plans: new Map() }, mixed: { rules: mixed, plans: new Map() }, words, capitalised, filter, more, capital, pair, at, link, terms };
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The following character is told apart up to here; all beyond it, and the end of the text, are one. */
const NEXT_CODES = 128;
const NEXT_STEP = NEXT_CODES + 1;

/** What to try at a token of digits, or of digits and letters. */
export function planAt(gate: NumberGate, alone: boolean, scan: Scan, start: number, end: number): readonly Try[] {
  const length = end - start;
  if (length > LONGEST_TOKEN) return NOTHING;
  const code = scan.text.charCodeAt(end);
  const next = code < NEXT_CODES ? code : NEXT_CODES;
  const first = scan.text.charCodeAt(start);
  const digit = first >= 48 && first <= 57;
  const key = (length * 2 + (digit ? 1 : 0)) * NEXT_STEP + next;
  const known = gate.plans.get(key);
  if (known !== undefined) return known;
  const plan = planOf(gate.rules[length] ?? [], alone ? length : 0, digit, next);
  gate.plans.set(key, plan);
  return plan;
}

const NOTHING: readonly Try[] = [];

const DIGIT_KIND = 1 << 26;
const OTHER_KIND = 1 << 27;
export const ANY_KIND = -1;

/** A bit for a character: one for each letter whatever its case, one for digits, one for all the rest and the end of the text. */
export function kindOf(code: number): number {
  const letter = code | 32;
  if (letter >= 97 && letter <= 122 && code < 128) return 1 << (letter - 97);
  return code >= 48 && code <= 57 ? DIGIT_KIND : OTHER_KIND;
}

function kindsOf(then: string | undefined): number {
  if (then === undefined) return ANY_KIND;
  let kinds = 0;
  for (let i = 0; i < then.length; i++) kinds |= kindOf(then.charCodeAt(i));
  return kinds;
}

/** `length`: of a token of digits alone, else 0. */
function planOf(rules: readonly Compiled[], length: number, digit: boolean, next: number): readonly Try[] {
  const follows = (set: string | undefined): boolean => set === undefined || (next < NEXT_CODES ? set.includes(String.fromCharCode(next)) : hasRare(set));
  const fits = ({ next: after, digits, pattern }: Shape): boolean => {
    if (!follows(after)) return false;
    if (length > 0 && digits !== undefined && !(follows(digits.next) && (digits.lengths === undefined || digits.lengths.includes(length)))) return false;
    return !(digit && ledByLetter(pattern));
  };
  const plan: Try[] = [];
  for (const compiled of rules) {
    const shapes = (compiled.rule.shapes ?? []).filter(fits);
    if (compiled.rule.find === undefined && shapes.length === 0) continue;
    const then = shapes.map((shape) => (length > 0 ? kindsOf(shape.digits?.then) : ANY_KIND));
    plan.push({ compiled, shapes, then, anyThen: compiled.rule.find === undefined ? then.reduce((all, one) => all | one, 0) : ANY_KIND });
  }
  return plan;
}

const LED_BY_LETTER = new Map<RegExp, boolean>();

function ledByLetter(pattern: RegExp): boolean {
  let known = LED_BY_LETTER.get(pattern);
  if (known === undefined) {
    known = beginsWithLetter(pattern.source);
    LED_BY_LETTER.set(pattern, known);
  }
  return known;
}

/** A shape may ask for a character beyond ASCII: whether it is that one is looked at on the spot. */
function hasRare(set: string): boolean {
  for (let i = 0; i < set.length; i++) if (set.charCodeAt(i) >= NEXT_CODES) return true;
  return false;
}
