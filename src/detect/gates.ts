/** A pack of rules sorted into gates: what to try at which token. */
import type { WordSet } from "./context.ts";
import { MARK, markWord, wordHash } from "./lexicon/index.ts";
import { gateOpening, openingOf } from "./opening.ts";
import type { Opening } from "./opening.ts";
import { follow, newStore, openingsOf, stateOf } from "./openings.ts";
import type { Openings, State, Store } from "./openings.ts";
import type { Gate, Rule, Shape } from "./rule.ts";

/** A rule with its cue lists, which are made when first asked for: most rules never find a value in a mail. */
export interface Compiled {
  readonly rule: Rule;
  cues?: WordSet;
  negative?: WordSet;
}

/** A rule at an open gate, with those of its shapes that may match there. */
export interface Try {
  readonly compiled: Compiled;
  readonly shapes: readonly Shape[];
  /** A gate of which it is not known whether it is open there. */
  readonly gate?: NumberGateOf | undefined;
}

/** A rule at tokens of one length. */
interface AtNumber {
  readonly compiled: Compiled;
  readonly gate: NumberGateOf;
}

/** What may be tried at a place: the beginnings of the shapes, each with the rule it is of, and of gates that ask for more than a length. */
interface Plan {
  readonly rules: readonly Planned[];
  readonly openings: Openings<readonly Try[]>;
}

/** Numbers of a rule's openings in a plan. */
interface Planned {
  readonly compiled: Compiled;
  readonly gate: NumberGateOf | undefined;
  readonly gateEntry: number;
  readonly shapes: readonly Shape[];
  readonly firstShape: number;
}

type NumberGateOf = Extract<Gate, { kind: "digits" | "mixed" }>;

/** Rules by a token's length, and the plan for each length, made when it first occurs. */
interface NumberGate {
  readonly rules: readonly (readonly AtNumber[])[];
  readonly plans: (Plan | undefined)[];
}

/** The rules that a word opens, and their plan, made when it first occurs. */
interface WordGate {
  readonly rules: Compiled[];
  plan?: Plan;
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
  /** Where the beginnings of its shapes have led. */
  readonly store: Store;
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
      else if (gate.kind !== "passage") (gate.kind === "at" ? at : link).push(whole);
    }
  }
  const filter = new Uint8Array(FILTER_MASK + 1);
  for (const hash of words.keys()) {
    filter[hash & FILTER_MASK] = OPENS;
    if (!more) markWord(hash, MARK.GATE);
  }
  for (const hash of capitalised.keys()) filter[hash & FILTER_MASK] = (filter[hash & FILTER_MASK] as number) | OPENS_CAPITAL;
  return { digits: { rules: digits, plans: [] }, mixed: { rules: mixed, plans: [] }, words, capitalised, filter, more, capital, at, link, terms, store: newStore() };
}

function tryOf(compiled: Compiled, shapes: readonly Shape[]): Try {
  return { compiled, shapes };
}

function putWord(words: Map<number, WordGate>, word: string, compiled: Compiled): void {
  const hash = wordHash(word, 0, word.length);
  const known = words.get(hash);
  if (known === undefined) words.set(hash, { rules: [compiled] });
  else known.rules.push(compiled);
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

const NOTHING: readonly Try[] = [];

/** What to try at a token of digits, or of digits and letters. */
export function triesAtNumber({ store }: Engine, gate: NumberGate, text: string, start: number, end: number): readonly Try[] {
  const length = end - start;
  if (length > LONGEST_TOKEN) return NOTHING;
  const plan = (gate.plans[length] ??= planOf(store, gate.rules[length] ?? [], length));
  return plan.rules.length === 0 ? NOTHING : triesIn(plan, text, start);
}

/** What to try at a word that opens a gate. */
export function triesAtWord({ store }: Engine, gate: WordGate, text: string, start: number): readonly Try[] {
  return triesIn((gate.plan ??= planOf(store, gate.rules.map((compiled) => ({ compiled })), 0)), text, start);
}

function triesIn(plan: Plan, text: string, start: number): readonly Try[] {
  const { openings, rules } = plan;
  const id = follow(openings, text, start);
  const { vain } = openings.store;
  if (vain[id] === 1) return NOTHING;
  const state = stateOf(openings, id);
  if (state.made !== undefined) return state.made;
  const tries = rules.flatMap((planned) => left(planned, state));
  if (id !== 0 && tries.length === 0) vain[id] = 1;
  return (state.made = tries);
}

/** A rule with its shapes that are not out; none where its gate is, or where it has no other way to find anything. */
function left({ compiled, gate, gateEntry, shapes, firstShape }: Planned, state: State<unknown>): readonly Try[] {
  if (gateEntry >= 0 && !standsIn(state, gateEntry)) return [];
  const some = shapes.filter((_, k) => standsIn(state, firstShape + k));
  if (compiled.rule.find === undefined && some.length === 0) return [];
  return [{ compiled, shapes: some, gate: gateEntry >= 0 && !state.ended.includes(gateEntry) ? gate : undefined }];
}

/** `length`: of the token. */
function planOf(store: Store, rules: readonly { readonly compiled: Compiled; readonly gate?: NumberGateOf }[], length: number): Plan {
  const all: Opening[] = [];
  const planned: Planned[] = [];
  for (const { compiled, gate } of rules) {
    const asks = gate !== undefined && (gate.behind ?? gate.first ?? gate.next) !== undefined;
    const gateEntry = asks ? all.push(gateOpening(gate, length)) - 1 : -1;
    const { shapes = [] } = compiled.rule;
    if (compiled.rule.find === undefined && shapes.length === 0) continue;
    planned.push({ compiled, gate, gateEntry, shapes, firstShape: all.length });
    for (const shape of shapes) all.push(beginningOf(shape));
  }
  return { rules: planned, openings: openingsOf(all, store) };
}

const VALUES = new Map<readonly RegExp[], Openings<readonly RegExp[]>>();
const VALUE_STORE = newStore();

/** Those of some patterns that may match at a place. */
export function mayMatch(patterns: readonly RegExp[], text: string, start: number): readonly RegExp[] {
  let openings = VALUES.get(patterns);
  if (openings === undefined) VALUES.set(patterns, openings = openingsOf(patterns.map((pattern) => openingOf(pattern, {})), VALUE_STORE));
  const state = stateOf(openings, follow(openings, text, start));
  return (state.made ??= patterns.filter((_, k) => standsIn(state, k)));
}

/** True where a pattern is not out. */
function standsIn({ ended, entries }: State<unknown>, entry: number): boolean {
  return ended.includes(entry) || entries.includes(entry);
}

const READ = new WeakMap<Shape, Opening>();

function beginningOf(shape: Shape): Opening {
  let opening = READ.get(shape);
  if (opening === undefined) READ.set(shape, opening = openingOf(shape.pattern, shape));
  return opening;
}

/** Whether a number's gate is open at a token of the right length. */
export function isOpen({ behind, first, next }: NumberGateOf, text: string, start: number, end: number): boolean {
  const has = (set: string | undefined, at: number): boolean => set === undefined || (at >= 0 && at < text.length && set.includes(text.charAt(at)));
  return has(behind, start - 1) && has(first, start) && has(next, end);
}
