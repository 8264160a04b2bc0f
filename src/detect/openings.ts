/** Follows the beginnings of many patterns through a text at once, and tells which of them may match there: most numbers of a mail fit no shape. */
import { lessOf, mayEnd, mayTake, readOn } from "./opening.ts";
import type { Node, Opening, Times } from "./opening.ts";
import { END, OTHER, SYMBOLS } from "./pattern-chars.ts";

/** Characters followed from one place on. What is still open behind them may match. */
const LONGEST = 48;
/** Hostile text may lead through ever new states: beyond so many, what is open may match. Real mail takes a third of them; the table's numbers can tell no more. */
const MOST_STATES = 30_000;
/** Patterns tried at one place. */
const MOST_ENTRIES = 4096;

/** What is left of a pattern: a node, and what comes behind it, which is nothing at the pattern's end. */
interface Rest {
  readonly node: Node;
  readonly next: Rest | undefined;
  readonly id: number;
  /** Whether all of it may take nothing; known when first asked. */
  ends: boolean | undefined;
}

/** Where the patterns stand behind some characters. `T` is what the asker makes of it. */
export interface State<T> {
  readonly id: number;
  /** Patterns that go on, in no order. */
  readonly entries: readonly number[];
  /** By the same index, what is left of the pattern; one that may go on in several ways is there for each. */
  readonly rests: readonly Rest[];
  /** Patterns that are at their end: they may match. */
  readonly ended: readonly number[];
  made: T | undefined;
}

/** States of many openings by id, of which 0 is none. */
export interface Store {
  readonly states: State<unknown>[];
  /**
   * For each state and symbol the next state's id, negative where no pattern goes on from it; 0 where no text has led there yet. In one table, so that
   * the few that are used much stay near the processor.
   */
  table: Int16Array;
  /** By a state's id, 1 where the asker has nothing to try: most places are turned away without a look at the state, which is seldom near the processor. */
  readonly vain: Uint8Array;
  readonly rests: Map<Node, Map<number, Rest>>;
}

export function newStore(): Store {
  return { states: [{ id: 0, entries: [], rests: [], ended: [], made: undefined }], table: new Int16Array(SYMBOLS * 256), vain: new Uint8Array(MOST_STATES), rests: new Map() };
}

/** Patterns in their order, numbered from 0, with the states that texts have led to. */
export interface Openings<T> {
  readonly all: readonly Opening[];
  readonly store: Store;
  /** By the symbol before a place, the id of the state there, as in the store's table. */
  readonly start: number[];
  readonly known: Map<string, State<unknown>>;
  /** Every pattern may match: where there is no room for a state. */
  any: State<T> | undefined;
}

export function openingsOf<T>(all: readonly Opening[], store: Store): Openings<T> {
  return { all, store, start: [], known: new Map(), any: undefined };
}

/** The id of the state behind the character before `start` and those from it on, as soon as every pattern is at its end or out; 0 where there is no room for it. */
export function follow(openings: Openings<unknown>, text: string, start: number): number {
  const { store } = openings;
  const before = start === 0 ? END : symbolOf(text.charCodeAt(start - 1));
  let id = openings.start[before] || startBehind(openings, before);
  if (id === 0) return 0;
  for (let at = start; id > 0 && at < start + LONGEST; at++) {
    const code = text.charCodeAt(at);
    const symbol = code < OTHER ? code : symbolOf(code);
    const next = (store.table[id * SYMBOLS + symbol] as number) || idBehind(openings, id, symbol);
    if (next === 0) break;
    id = next;
  }
  return id < 0 ? -id : id;
}

/** The state that `follow` has come to. */
export function stateOf<T>(openings: Openings<T>, id: number): State<T> {
  if (id !== 0) return openings.store.states[id] as State<T>;
  return (openings.any ??= { id, entries: openings.all.map((_, entry) => entry), rests: [], ended: [], made: undefined });
}

/** `code` is no number behind the end of the text. */
function symbolOf(code: number): number {
  return code < OTHER ? code : code >= OTHER ? OTHER : END;
}

function signed({ id, entries }: State<unknown>): number {
  return entries.length > 0 ? id : -id;
}

/** No pattern is at its end here: that is told with the first character, when those are read that may take it. */
function startBehind({ all, store, start }: Openings<unknown>, symbol: number): number {
  const entries: number[] = [];
  const rests: Rest[] = [];
  for (let entry = 0; entry < all.length; entry++) {
    const { node, before } = all[entry] as Opening;
    if (before[symbol] !== 1) continue;
    entries.push(entry);
    rests.push(restOf(store, node, undefined));
  }
  return (start[symbol] = addState(store, entries, rests, []));
}

function idBehind({ store, known }: Openings<unknown>, from: number, symbol: number): number {
  const { entries, rests, ended } = store.states[from] as State<unknown>;
  const left: Left[] = [];
  for (let k = 0; k < entries.length; k++) takeRest(store, rests[k], symbol, entries[k] as number, left);
  return (store.table[from * SYMBOLS + symbol] = stateFor(store, known, left, ended));
}

/** A pattern, and what is left of it. */
type Left = readonly [number, Rest | undefined];

/** The id of a state, negative where no pattern goes on from it; 0 where there is no room. */
function stateFor(store: Store, known: Map<string, State<unknown>>, left: readonly Left[], before: readonly number[]): number {
  const ended = [...before];
  for (const [entry, rest] of left) if (endsAt(rest) && !ended.includes(entry)) ended.push(entry);
  const open = new Map<number, Left>();
  for (const one of left) if (!ended.includes(one[0])) open.set((one[1]?.id ?? 0) * MOST_ENTRIES + one[0], one);
  const key = `${ended.join()}|${[...open.keys()].join()}`;
  const same = known.get(key);
  if (same !== undefined) return signed(same);
  const id = addState(store, Array.from(open.values(), ([entry]) => entry), Array.from(open.values(), ([, rest]) => rest as Rest), ended);
  if (id !== 0) known.set(key, store.states[Math.abs(id)] as State<unknown>);
  return id;
}

function addState(store: Store, entries: readonly number[], rests: readonly Rest[], ended: readonly number[]): number {
  const id = store.states.length;
  if (id >= MOST_STATES) return 0;
  if ((id + 1) * SYMBOLS > store.table.length) {
    const larger = new Int16Array(store.table.length * 2);
    larger.set(store.table);
    store.table = larger;
  }
  const state: State<unknown> = { id, entries, rests, ended, made: undefined };
  store.states.push(state);
  return signed(state);
}

/** True at a pattern's end, and where all that is left may take nothing. */
function endsAt(rest: Rest | undefined): boolean {
  if (rest === undefined) return true;
  if (rest.ends === undefined) {
    const may = mayBe(rest.node);
    rest.ends = may === LEFT_OFF || (may === EMPTY && endsAt(rest.next));
  }
  return rest.ends;
}

const [SOMETHING, EMPTY, LEFT_OFF] = [0, 1, 2] as const;

/** Whether a node takes something, may take nothing, or may lead to where a pattern is not followed. As deep as patterns are nested. */
function mayBe(node: Node): number {
  switch (node.kind) {
    case "chars": return SOMETHING;
    case "unread": return mayEnd(node) ? mayBe(readOn(node)) : SOMETHING;
    case "then": {
      const first = mayBe(node.first);
      return first === EMPTY ? mayBe(node.rest) : first;
    }
    case "or": return node.options.reduce<number>((most, option) => Math.max(most, mayBe(option)), SOMETHING);
    case "times": return Math.max(node.least === 0 ? EMPTY : SOMETHING, node.most === 0 ? EMPTY : mayBe(node.node));
    case "nothing": return EMPTY;
    case "anything": return LEFT_OFF;
  }
}

function takeRest(store: Store, rest: Rest | undefined, symbol: number, entry: number, left: Left[]): void {
  if (rest === undefined) left.push([entry, undefined]);
  else take(store, rest.node, rest.next, symbol, entry, left);
}

/** Adds what is left of a pattern where `node` begins, `next` comes behind it, and the text goes on with the symbol. Only what takes it is read. As deep as patterns are nested. */
function take(store: Store, node: Node, next: Rest | undefined, symbol: number, entry: number, left: Left[]): void {
  switch (node.kind) {
    case "chars":
      if (node.chars[symbol] === 1) left.push([entry, next]);
      return;
    case "unread":
      if (mayTake(node, symbol)) take(store, readOn(node), next, symbol, entry, left);
      return;
    case "then":
      if (node.first.kind !== "chars") take(store, node.first, restOf(store, node.rest, next), symbol, entry, left);
      else if (node.first.chars[symbol] === 1) left.push([entry, restOf(store, node.rest, next)]);
      return;
    case "or":
      for (const option of node.options) take(store, option, next, symbol, entry, left);
      return;
    case "nothing":
      return takeRest(store, next, symbol, entry, left);
    case "anything":
      left.push([entry, undefined]);
      return;
    case "times":
      if (node.least === 0) takeRest(store, next, symbol, entry, left);
      if (node.most > 0) takeTimes(store, node, next, symbol, entry, left);
  }
}

function takeTimes(store: Store, node: Times, next: Rest | undefined, symbol: number, entry: number, left: Left[]): void {
  if (node.node.kind === "chars" && node.node.chars[symbol] !== 1) return;
  take(store, node.node, node.most === 1 ? next : restOf(store, lessOf(node), next), symbol, entry, left);
}

/** The same object for the same rest, so that states that are alike are one. */
function restOf({ rests }: Store, node: Node, next: Rest | undefined): Rest {
  let byNext = rests.get(node);
  if (byNext === undefined) rests.set(node, byNext = new Map<number, Rest>());
  const key = next?.id ?? 0;
  let rest = byNext.get(key);
  if (rest === undefined) byNext.set(key, rest = { node, next, id: ++lastId, ends: undefined });
  return rest;
}

let lastId = 0;
