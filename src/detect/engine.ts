/** Runs a pack of rules over a scan: every rule only where one of its gates opens. */
import type { Evidence, Role, SensitiveClass } from "../contract/index.ts";
import { cueAfter, cueBefore, wordSet } from "./context.ts";
import type { WordSet } from "./context.ts";
import { beginsWithLetter } from "./lead.ts";
import { FLAG, FLAG_SHIFT, MARK, markWord, wordHash } from "./lexicon/index.ts";
import type { CueSet, Match, Rule, Shape } from "./rule.ts";
import { endOf, INFO, tokenAt } from "./scan.ts";
import type { Scan, Term } from "./scan.ts";
import { termAt } from "./terms.ts";

/** A finding in the making: offsets in the read text, integer points instead of words for confidence. */
export interface Candidate {
  readonly rule: Rule;
  readonly start: number;
  readonly end: number;
  /** First token that ends after `start`. */
  readonly token: number;
  /** First token that ends after `end`. */
  readonly after: number;
  readonly points: number;
  readonly weight: number;
  readonly role: Role | undefined;
  /** Care that the finding itself tells, 0 to 100. */
  readonly care: number;
  readonly evidence: readonly Evidence[];
  readonly test: boolean;
  /** Tells one health term from another; 0 for identifiers. */
  readonly key: number;
  readonly sensitive: SensitiveClass | undefined;
}

interface Compiled {
  readonly rule: Rule;
  readonly cues: WordSet | undefined;
  readonly negative: WordSet | undefined;
}

/** A rule at an open gate, with those of its shapes that may fit there. */
interface Try {
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
const FILTER_MASK = 8191;
const OPENS = 1;
const OPENS_CAPITAL = 2;
/** Below this a candidate is not even listed. */
const LISTED_FROM = -12;
const WEAK_TERM = 25;
/** "Detox" and "suicide" have other senses, but said of a person they weigh more than "visit". */
const WEAK_SENSITIVE_TERM = 45;
/** "HIV clinic" is a place of care and tells the disease as well. */
const SENSITIVE_TERM = 70;

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
    const compiled = { rule, cues: setOf(rule.cues), negative: setOf(rule.negativeCues) };
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

function setOf(cues: CueSet | undefined): WordSet | undefined {
  return cues === undefined ? undefined : wordSet(cues.words);
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
function planAt(gate: NumberGate, alone: boolean, scan: Scan, start: number, end: number): readonly Try[] {
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
const ANY_KIND = -1;

/** A bit for a character: one for each letter whatever its case, one for digits, one for all the rest and the end of the text. */
function kindOf(code: number): number {
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

/** All candidates of a text, in the order of the gates. Overlaps are settled in `resolve.ts`. */
export function runRules(engine: Engine, scan: Scan): Candidate[] {
  const found: Candidate[] = [];
  const { info: infos, hash: hashes, queue } = scan;
  const { filter } = engine;
  const count = engine.more ? scan.count : queue.length;
  for (let k = 0; k < count; k++) {
    const token = engine.more ? k : (queue[k] as number);
    const info = infos[token] as number;
    if ((info & INFO.LINK) !== 0) continue;
    if ((info & INFO.DIGIT) !== 0) {
      const alone = (info & INFO.LETTER) === 0;
      const plan = planAt(alone ? engine.digits : engine.mixed, alone, scan, scan.start[token] as number, scan.end[token] as number);
      if (plan.length > 0) tryAll(plan, scan, token, found, alone ? kindOf(scan.text.charCodeAt((scan.end[token] as number) + 1)) : ANY_KIND);
      if (alone) continue;
    }
    const hash = hashes[token] as number;
    const opens = filter[hash & FILTER_MASK] as number;
    if ((opens & OPENS) !== 0) {
      const rules = engine.words.get(hash);
      if (rules !== undefined) tryAll(rules, scan, token, found);
    }
    if ((info & INFO.UPPER) === 0) continue;
    if ((opens & OPENS_CAPITAL) !== 0) {
      const rules = engine.capitalised.get(hash);
      if (rules !== undefined) tryAll(rules, scan, token, found);
    }
    if (!mayBeNamed(info, scan, token)) continue;
    tryAll(engine.capital, scan, token, found);
    if (((infos[token + 1] as number) & INFO.UPPER) !== 0) tryAll(engine.pair, scan, token, found);
  }
  let termUntil = 0;
  for (const token of scan.termTokens) {
    if (token < termUntil || ((infos[token] as number) & INFO.LINK) !== 0) continue;
    const term = termAt(scan, token);
    if (term === undefined) continue;
    termUntil = token + term.tokens;
    tryTerm(engine, scan, token, term, found);
  }
  for (const at of scan.at) tryAll(engine.at, scan, tokenAt(scan, at), found);
  for (let k = 0; k < scan.links.length; k += 2) tryAll(engine.link, scan, tokenAt(scan, scan.links[k] as number), found);
  return found;
}

const NAMED = (FLAG.GIVEN | FLAG.SURNAME) << FLAG_SHIFT;
const EVERYDAY = (FLAG.COMMON | FLAG.TERM | FLAG.PLACE) << FLAG_SHIFT;

/** Everyday words with a capital open most sentences; they are no names. Single letters may be initials. */
function mayBeNamed(info: number, scan: Scan, token: number): boolean {
  return (info & NAMED) !== 0 || (info & EVERYDAY) === 0 || (scan.end[token] as number) - (scan.start[token] as number) === 1;
}

function tryAll(tries: readonly Try[], scan: Scan, token: number, found: Candidate[], kind = ANY_KIND): void {
  for (let k = 0; k < tries.length; k++) {
    const one = tries[k] as Try;
    if ((one.anyThen & kind) === 0) continue;
    const { compiled } = one;
    const { find } = compiled.rule;
    const match = find === undefined ? matchShapes(one, kind, scan, token) : find(scan, token);
    if (match === undefined) continue;
    const candidate = weigh(compiled, scan, match, 0, undefined);
    if (candidate !== undefined) found.push(candidate);
  }
}

function tryTerm(engine: Engine, scan: Scan, token: number, term: Term, found: Candidate[]): void {
  for (const compiled of engine.terms.get(term.tag.termClass) ?? []) {
    const { rule } = compiled;
    const strong = term.tag.strength === "strong";
    const match = rule.find?.(scan, token, term) ?? {
      start: scan.start[token] as number,
      end: endOf(scan, token + term.tokens - 1),
      shape: strong ? "term" : "weak-term",
      points: strong ? 25 : 5,
      weight: termWeight(rule, term),
    };
    const candidate = weigh(compiled, scan, match, term.hash, term.tag.sensitive);
    if (candidate !== undefined) found.push(candidate);
  }
}

function termWeight(rule: Rule, { tag }: Term): number {
  const tells = tag.sensitive !== undefined && tag.sensitive !== "minor";
  if (tag.strength === "strong") return tells ? Math.max(rule.weight, SENSITIVE_TERM) : rule.weight;
  return Math.min(rule.weight, tells ? WEAK_SENSITIVE_TERM : WEAK_TERM);
}

function matchShapes({ shapes, then }: Try, kind: number, scan: Scan, token: number): Match | undefined {
  const { text } = scan;
  const from = scan.start[token] as number;
  const next = text.charAt(scan.end[token] as number);
  for (let k = 0; k < shapes.length; k++) {
    if (((then[k] as number) & kind) === 0) continue;
    const shape = shapes[k] as Shape;
    if (shape.next !== undefined && (next === "" || !shape.next.includes(next))) continue;
    if (shape.behind !== undefined && (from === 0 || !shape.behind.includes(text.charAt(from - 1)))) continue;
    const match = matchShape(shape, text, from);
    if (match !== undefined) return match;
  }
  return undefined;
}

function matchShape({ pattern, lead, name, points }: Shape, text: string, from: number): Match | undefined {
  if (lead !== undefined) {
    lead.lastIndex = from;
    if (!lead.test(text)) return undefined;
  }
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [whole, value] = match;
  const end = from + whole.length;
  if (value === undefined) return { start: from - opening(text, from, whole), end, shape: name, points };
  const start = end - value.length;
  return { start, end, shape: name, points, evidence: [cueOf(text.slice(from, start))] };
}

/** A value's first token stands behind its bracket or plus sign: "(212) 555-0142", "+1 212 555 0142". */
function opening(text: string, from: number, value: string): number {
  const before = text.charAt(from - 1);
  return before === "+" || (before === "(" && /^[^(]*\)/.test(value)) ? 1 : 0;
}

/** The cue of a cue-led shape, as the text has it: words of the rule's own pattern, never of the value. */
function cueOf(lead: string): Evidence {
  const cue = lead.toLowerCase().replace(/[^a-z#]+/g, " ").trim();
  return { kind: "cue", cue, distance: Math.max(0, lead.length - lead.trimEnd().length) };
}

function weigh(compiled: Compiled, scan: Scan, match: Match, key: number, sensitive: SensitiveClass | undefined): Candidate | undefined {
  const { rule } = compiled;
  const value = scan.text.slice(match.start, match.end);
  let { points } = match;
  const evidence: Evidence[] = [{ kind: "shape", name: match.shape }, ...(match.evidence ?? [])];
  for (const check of rule.checks ?? []) {
    const passed = check.test(value);
    if (!passed && check.required) return undefined;
    if (!passed) continue;
    points += check.points;
    evidence.push({ kind: check.kind === "checksum" ? "checksum" : "list", ...named(check.kind, check.name) } as Evidence);
  }
  const token = tokenAt(scan, match.start);
  const after = tokenAt(scan, match.end);
  const cue = nearest(scan, token, after, match, rule.cues, compiled.cues);
  if (cue !== undefined && rule.cues !== undefined) {
    points += rule.cues.points;
    evidence.push({ kind: "cue", ...cue });
  }
  const negative = nearest(scan, token, after, match, rule.negativeCues, compiled.negative);
  if (negative !== undefined && rule.negativeCues !== undefined) {
    // "Acct 37188142. Call …": the nearer word is the number's own.
    points += cue !== undefined && cue.distance < negative.distance ? Math.ceil(rule.negativeCues.points / 2) : rule.negativeCues.points;
    evidence.push({ kind: "negative-cue", ...negative });
  }
  if (points < LISTED_FROM) return undefined;
  const test = rule.testValue?.(value);
  if (test !== undefined) evidence.push({ kind: "test-value", name: test });
  return {
    rule, start: match.start, end: match.end, token, after, points, weight: match.weight ?? rule.weight, role: match.role ?? rule.role,
    care: match.care ?? rule.care ?? 0,
    evidence, test: test !== undefined, key, sensitive,
  };
}

function named(kind: "checksum" | "list", name: string): { name: string } | { list: string } {
  return kind === "checksum" ? { name } : { list: name };
}

function nearest(
  scan: Scan, token: number, after: number, match: Match, cues: CueSet | undefined, set: WordSet | undefined,
): { readonly cue: string; readonly distance: number } | undefined {
  if (cues === undefined || set === undefined) return undefined;
  const before = cueBefore(scan, token, match.start, cues.before, set);
  const behind = cueAfter(scan, after, match.end, cues.after, set);
  const best = before === undefined || (behind !== undefined && behind.distance < before.distance) ? behind : before;
  return best === undefined ? undefined : { cue: best.cue, distance: best.distance };
}
