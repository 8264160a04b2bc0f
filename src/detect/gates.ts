/** A pack of rules sorted into gates: what to try at which token. */
import type { WordSet } from "./context.ts";
import { firstCharacters } from "./lead.ts";
import { MARK, markWord, wordHash } from "./lexicon/index.ts";
import type { Gate, Rule, Shape, Then } from "./rule.ts";
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
  readonly behind: string | undefined;
}

interface AtNumber {
  readonly compiled: Compiled;
  /** Characters of which one must stand before the token, or begin it. */
  readonly behind: string | undefined;
  readonly first: string | undefined;
}

/** Rules by a token's length; by the character that follows it, they are sorted when it first occurs. */
interface NumberGate {
  readonly rules: readonly (readonly AtNumber[])[];
  readonly plans: Map<number, readonly Try[]>;
}

/** The rules that a word opens; those of their shapes that begin with its first letter are picked out when it first occurs. */
interface WordGate {
  readonly word: string;
  readonly rules: Compiled[];
  tries?: readonly Try[];
}

type CapitalGate = Extract<Gate, { kind: "capital" }>;

export interface Engine {
  readonly digits: NumberGate;
  readonly mixed: NumberGate;
  readonly words: ReadonlyMap<number, WordGate>;
  readonly capitalised: ReadonlyMap<number, WordGate>;
  /** `OPENS` and `OPENS_CAPITAL` by the low bits of each gate word's hash: most words are turned away without a look-up. */
  readonly filter: Uint8Array;
  /** Some of the words are an organization's own: the scan's queue does not hold them. */
  readonly more: boolean;
  readonly capital: Readonly<Record<CapitalGate["where"], readonly Try[]>>;
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
  const digits: AtNumber[][] = Array.from({ length: LONGEST_TOKEN + 1 }, () => []);
  const mixed: AtNumber[][] = Array.from({ length: LONGEST_TOKEN + 1 }, () => []);
  const words = new Map<number, WordGate>();
  const terms = new Map<string, Compiled[]>();
  const capitalised = new Map<number, WordGate>();
  const capital: Record<CapitalGate["where"], Try[]> = { near: [], pair: [], comma: [] };
  const at: Try[] = [];
  const link: Try[] = [];
  for (const rule of rules) {
    const compiled: Compiled = { rule };
    const whole = tryOf(compiled, rule.shapes ?? []);
    for (const gate of rule.gates) {
      if (gate.kind === "digits") for (const length of gate.lengths) digits[length]?.push({ compiled, behind: gate.behind, first: gate.first });
      else if (gate.kind === "mixed") for (const length of gate.lengths) mixed[length]?.push({ compiled, behind: undefined, first: undefined });
      else if (gate.kind === "words") for (const word of gate.words) putWord(gate.capital === true ? capitalised : words, word, compiled);
      else if (gate.kind === "term") for (const termClass of gate.classes) put(terms, termClass, compiled);
      else if (gate.kind === "capital") capital[gate.where].push(whole);
      else (gate.kind === "at" ? at : link).push(whole);
    }
  }
  const filter = new Uint8Array(FILTER_MASK + 1);
  for (const hash of words.keys()) {
    filter[hash & FILTER_MASK] = OPENS;
    if (!more) markWord(hash, MARK.GATE);
  }
  for (const hash of capitalised.keys()) filter[hash & FILTER_MASK] = (filter[hash & FILTER_MASK] as number) | OPENS_CAPITAL;
  return { digits: { rules: digits, plans: new Map() }, mixed: { rules: mixed, plans: new Map() }, words, capitalised, filter, more, capital, at, link, terms };
}

function tryOf(compiled: Compiled, shapes: readonly Shape[]): Try {
  return { compiled, shapes, then: shapes.map(() => ANY_KIND), anyThen: ANY_KIND, behind: undefined };
}

function putWord(words: Map<number, WordGate>, word: string, compiled: Compiled): void {
  const hash = wordHash(word, 0, word.length);
  const known = words.get(hash);
  if (known === undefined) words.set(hash, { word, rules: [compiled] });
  else known.rules.push(compiled);
}

/** What to try at a word that opens a gate. */
export function triesOf(gate: WordGate): readonly Try[] {
  gate.tries ??= gate.rules.flatMap((compiled) => {
    const shapes = (compiled.rule.shapes ?? []).filter(({ pattern }) => mayBegin(pattern, gate.word.charCodeAt(0)));
    return compiled.rule.find === undefined && shapes.length === 0 ? [] : [tryOf(compiled, shapes)];
  });
  return gate.tries;
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The following character is told apart up to here; all beyond it, and the end of the text, are one. */
const ASCII = 128;
const CODES = ASCII + 1;

/** What to try at a token of digits, or of digits and letters. */
export function planAt(gate: NumberGate, alone: boolean, scan: Scan, start: number, end: number): readonly Try[] {
  const length = end - start;
  if (length > LONGEST_TOKEN) return NOTHING;
  const code = scan.text.charCodeAt(end);
  const next = code < ASCII ? code : ASCII;
  const code0 = scan.text.charCodeAt(start);
  const first = code0 < ASCII ? code0 : ASCII;
  const key = (length * CODES + first) * CODES + next;
  const known = gate.plans.get(key);
  if (known !== undefined) return known;
  const plan = planOf(gate.rules[length] ?? [], alone ? length : 0, first, next);
  gate.plans.set(key, plan);
  return plan;
}

const NOTHING: readonly Try[] = [];

const KINDS: Readonly<Record<string, number>> = { "0": 1 << 26, " ": 1 << 27, "/": 1 << 28, "-": 1 << 29, "^": 1 << 30, "?": 1 << 31 };
const [DIGIT_KIND, BLANK_KIND, STROKE_KIND, HYPHEN_KIND, CAPITAL_KIND, OTHER_KIND] = [...Object.values(KINDS)] as [number, number, number, number, number, number];
export const ANY_KIND = -1;

/** Bits for a character: one for each letter whatever its case, one for capitals, digits, blanks, and so on: see `Then`. */
export function kindOf(code: number): number {
  if (code === 32) return BLANK_KIND;
  if (code >= 48 && code <= 57) return DIGIT_KIND;
  if (code >= 97 && code <= 122) return 1 << (code - 97);
  if (code >= 65 && code <= 90) return CAPITAL_KIND | (1 << (code - 65));
  return code === 47 ? STROKE_KIND : code === 45 ? HYPHEN_KIND : OTHER_KIND;
}

function kindsOf(then: Then | undefined, next: number): number {
  const set = typeof then === "string" ? then : then?.[String.fromCharCode(next)];
  if (set === undefined) return ANY_KIND;
  let kinds = 0;
  for (const char of set) kinds |= KINDS[char] ?? 1 << (char.charCodeAt(0) - 97);
  return kinds;
}

/** `length`: of a token of digits alone, else 0. */
function planOf(rules: readonly AtNumber[], length: number, first: number, next: number): readonly Try[] {
  const follows = (set: string | undefined): boolean => set === undefined || (next < ASCII ? set.includes(String.fromCharCode(next)) : hasRare(set));
  const fits = ({ next: after, digits, pattern }: Shape): boolean => {
    if (!follows(after)) return false;
    if (length > 0 && digits !== undefined && !(follows(digits.next) && (digits.lengths === undefined || digits.lengths.includes(length)))) return false;
    return mayBegin(pattern, first);
  };
  const plan: Try[] = [];
  for (const { compiled, behind, first: begins } of rules) {
    if (begins !== undefined && first < ASCII && !begins.includes(String.fromCharCode(first))) continue;
    const shapes = (compiled.rule.shapes ?? []).filter(fits);
    if (compiled.rule.find === undefined && shapes.length === 0) continue;
    const then = shapes.map((shape) => (length > 0 ? kindsOf(shape.digits?.then, next) : ANY_KIND));
    plan.push({ compiled, shapes, then, anyThen: compiled.rule.find === undefined ? then.reduce((all, one) => all | one, 0) : ANY_KIND, behind });
  }
  return plan;
}

const FIRST = new Map<RegExp, string | undefined>();

/** False where no match of the pattern begins with this character, whatever its case. */
function mayBegin(pattern: RegExp, code: number): boolean {
  if (!FIRST.has(pattern)) FIRST.set(pattern, firstCharacters(pattern.source));
  const first = FIRST.get(pattern);
  return first === undefined || code >= ASCII || hasRare(first) || first.includes(String.fromCharCode(code).toLowerCase());
}

/** A shape may ask for a character beyond ASCII: whether it is that one is looked at on the spot. */
function hasRare(set: string): boolean {
  for (let i = 0; i < set.length; i++) if (set.charCodeAt(i) >= ASCII) return true;
  return false;
}
