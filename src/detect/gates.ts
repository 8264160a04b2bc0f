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
  /** For each shape, `kindOf` the characters that may come second behind a token of digits. */
  readonly then: readonly number[];
  readonly behind: string | undefined;
}

interface AtNumber {
  readonly compiled: Compiled;
  readonly gate: NumberGateOf;
}

/** What to try at tokens of one length, first character and next character; by the second character behind, those that may fit. */
interface Plan {
  readonly all: readonly Try[];
  readonly byKind: Map<number, readonly Try[]>;
}

type NumberGateOf = Extract<Gate, { kind: "digits" | "mixed" }>;

/** Rules by a token's length; by the character that follows it, they are sorted when it first occurs. */
interface NumberGate {
  readonly rules: readonly (readonly AtNumber[])[];
  readonly plans: Map<number, Plan>;
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
      if (gate.kind === "digits" || gate.kind === "mixed") for (const length of gate.lengths) (gate.kind === "digits" ? digits : mixed)[length]?.push({ compiled, gate });
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
  return { compiled, shapes, then: [], behind: undefined };
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
export function planAt(gate: NumberGate, alone: boolean, { text }: Scan, start: number, end: number): readonly Try[] {
  const length = end - start;
  if (length > LONGEST_TOKEN) return NOTHING;
  const [first, next] = [text.charCodeAt(start), text.charCodeAt(end)];
  const key = (length * CODES + (first < ASCII ? first : ASCII)) * CODES + (next < ASCII ? next : ASCII);
  let plan = gate.plans.get(key);
  if (plan === undefined) {
    plan = { all: planOf(gate.rules[length] ?? [], alone ? length : 0, first < ASCII ? first : ASCII, next < ASCII ? next : ASCII), byKind: new Map() };
    // Hostile text may hold every kind of token: no more is kept than real mail needs.
    if (gate.plans.size >= MOST_PLANS) gate.plans.clear();
    gate.plans.set(key, plan);
  }
  if (plan.all.length === 0) return NOTHING;
  const kind = kindOf(text.charCodeAt(end + 1));
  let tries = plan.byKind.get(kind);
  if (tries === undefined) {
    tries = plan.all.flatMap((one) => fitting(one, kind));
    plan.byKind.set(kind, tries);
  }
  return tries;
}

/** Without the shapes that another kind of character must follow. */
function fitting({ compiled, shapes, then, behind }: Try, kind: number): readonly Try[] {
  const left = shapes.filter((_, k) => ((then[k] ?? ANY_KIND) & kind) !== 0);
  return left.length === 0 && compiled.rule.find === undefined ? [] : [{ compiled, shapes: left, then: [], behind }];
}

const NOTHING: readonly Try[] = [];
const MOST_PLANS = 8192;

const KINDS: Readonly<Record<string, number>> = { "0": 1 << 26, " ": 1 << 27, "/": 1 << 28, "-": 1 << 29, "^": 1 << 30, "?": 1 << 31 };
const [DIGIT_KIND, BLANK_KIND, STROKE_KIND, HYPHEN_KIND, CAPITAL_KIND, OTHER_KIND] = [...Object.values(KINDS)] as [number, number, number, number, number, number];
const ANY_KIND = -1;

/** Bits for a character: one for each letter whatever its case, one for capitals, digits, blanks, and so on: see `Then`. */
function kindOf(code: number): number {
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
  for (const { compiled, gate } of rules) {
    if (!follows(gate.next) || (gate.first !== undefined && first < ASCII && !gate.first.includes(String.fromCharCode(first)))) continue;
    const shapes = (compiled.rule.shapes ?? []).filter(fits);
    if (compiled.rule.find === undefined && shapes.length === 0) continue;
    const then = shapes.map((shape) => kindsOf((length > 0 ? shape.digits?.then : undefined) ?? shape.then, next));
    plan.push({ compiled, shapes, then, behind: gate.behind });
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
