/** Follows the beginnings of many patterns through a text at once, and tells which of them may match there: most numbers of a mail fit no shape. */
import { END, OTHER, readOn, SYMBOLS } from "./opening.ts";
import type { Chars, Node, Opening } from "./opening.ts";

/** Characters followed from one place on. What is still open behind them may match. */
const LONGEST = 48;
/** Hostile text may lead through ever new states: beyond so many, what is open may match. Real mail takes a third of them; the table's numbers can tell no more. */
const MOST_STATES = 30_000;
/** Patterns tried at one place. */
const MOST_ENTRIES = 4096;

/** What is left of a pattern: a node, and what comes behind it. */
interface Rest {
  readonly node: Node;
  readonly next: Rest | undefined;
  readonly id: number;
}

/** What one pattern may take, and what comes behind it: `rest`, where there is one, and then `next`. Neither at the pattern's end. */
interface Move {
  readonly entry: number;
  readonly chars: Chars;
  readonly rest: Node | undefined;
  readonly next: Rest | undefined;
}

/** Where the patterns stand behind some characters. `T` is what the asker makes of it. */
export interface State<T> {
  readonly id: number;
  /** What the patterns that go on may take next. */
  readonly moves: readonly Move[];
  /** Patterns that are at their end: they may match. */
  readonly ended: readonly number[];
  made?: T;
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
  return { states: [{ id: 0, moves: [], ended: [] }], table: new Int16Array(SYMBOLS * 256), vain: new Uint8Array(MOST_STATES), rests: new Map() };
}

/** Patterns in their order, numbered from 0, with the states that texts have led to. */
export interface Openings<T> {
  readonly all: readonly Opening[];
  readonly store: Store;
  /** For each symbol the id of the state behind it, as in the store's table. */
  readonly start: Int16Array;
  readonly known: Map<string, State<unknown>>;
  /** Every pattern may match: where there is no room for a state. */
  readonly any: State<T>;
}

export function openingsOf<T>(all: readonly Opening[], store: Store): Openings<T> {
  const moves = all.map(({ before }, entry): Move => ({ entry, chars: before, rest: undefined, next: undefined }));
  return { all, store, start: new Int16Array(SYMBOLS), known: new Map(), any: { id: 0, moves, ended: [] } };
}

/** The id of the state behind the character before `start` and those from it on, as soon as every pattern is at its end or out; 0 where there is no room for it. */
export function follow(openings: Openings<unknown>, text: string, start: number): number {
  const { store } = openings;
  const before = start === 0 ? END : symbolOf(text.charCodeAt(start - 1));
  let id = (openings.start[before] as number) || startBehind(openings, before);
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
export function stateOf<T>({ store, any }: Openings<T>, id: number): State<T> {
  return id === 0 ? any : (store.states[id] as State<T>);
}

/** `code` is no number behind the end of the text. */
function symbolOf(code: number): number {
  return code < OTHER ? code : code >= OTHER ? OTHER : END;
}

interface Found {
  readonly moves: Move[];
  readonly ended: number[];
}

/** The id of a new state, negative where no pattern goes on from it; 0 where there is no room. */
function addState(store: Store, { moves, ended }: Found): number {
  const id = store.states.length;
  if (id >= MOST_STATES) return 0;
  if ((id + 1) * SYMBOLS > store.table.length) {
    const larger = new Int16Array(store.table.length * 2);
    larger.set(store.table);
    store.table = larger;
  }
  store.states.push({ id, ended, moves: ended.length === 0 ? moves : moves.filter(({ entry }) => !ended.includes(entry)) });
  return signed(store.states[id] as State<unknown>);
}

function signed({ id, moves }: State<unknown>): number {
  return moves.length > 0 ? id : -id;
}

function startBehind({ all, store, start }: Openings<unknown>, symbol: number): number {
  const found: Found = { moves: [], ended: [] };
  all.forEach(({ node, before }, entry) => {
    if (before[symbol] === 1) open(store, entry, node, undefined, found);
  });
  return (start[symbol] = addState(store, found));
}

function idBehind({ store, known }: Openings<unknown>, from: number, symbol: number): number {
  const state = store.states[from] as State<unknown>;
  const taken = new Map<number, readonly [number, Rest | undefined]>();
  for (const { entry, chars, rest, next } of state.moves) {
    if (chars[symbol] !== 1) continue;
    const to = rest === undefined ? next : restOf(store, rest, next);
    taken.set((to?.id ?? 0) * MOST_ENTRIES + entry, [entry, to]);
  }
  const key = `${state.ended.join()}|${[...taken.keys()].join()}`;
  const same = known.get(key);
  if (same !== undefined) return (store.table[from * SYMBOLS + symbol] = signed(same));
  const found: Found = { moves: [], ended: [...state.ended] };
  for (const [entry, to] of taken.values()) openRest(store, entry, to, found);
  const id = addState(store, found);
  if (id !== 0) known.set(key, store.states[Math.abs(id)] as State<unknown>);
  return (store.table[from * SYMBOLS + symbol] = id);
}

function openRest(store: Store, entry: number, rest: Rest | undefined, found: Found): void {
  if (rest !== undefined) open(store, entry, rest.node, rest.next, found);
  else if (!found.ended.includes(entry)) found.ended.push(entry);
}

/** Adds what a pattern takes where `node` begins and `next` comes behind it. As deep as patterns are nested. What stands behind a character is made when a text takes it: few do. */
function open(store: Store, entry: number, node: Node, next: Rest | undefined, found: Found): void {
  if (node.kind === "chars") found.moves.push({ entry, chars: node.chars, rest: undefined, next });
  else if (node.kind === "then" && node.first.kind === "chars") found.moves.push({ entry, chars: node.first.chars, rest: node.rest, next });
  else if (node.kind === "then") open(store, entry, node.first, restOf(store, node.rest, next), found);
  else if (node.kind === "or") for (const option of node.options) open(store, entry, option, next, found);
  else if (node.kind === "unread") open(store, entry, readOn(node), next, found);
  else if (node.kind === "nothing") openRest(store, entry, next, found);
  else if (node.kind === "anything") openRest(store, entry, undefined, found);
  else {
    if (node.least === 0) openRest(store, entry, next, found);
    if (node.most === 0) return;
    node.less ??= { kind: "times", node: node.node, least: Math.max(0, node.least - 1), most: node.most - 1 };
    open(store, entry, node.node, node.most === 1 ? next : restOf(store, node.less, next), found);
  }
}

/** The same object for the same rest, so that states that are alike are one. */
function restOf({ rests }: Store, node: Node, next: Rest | undefined): Rest {
  let byNext = rests.get(node);
  if (byNext === undefined) rests.set(node, byNext = new Map<number, Rest>());
  const key = next?.id ?? 0;
  let rest = byNext.get(key);
  if (rest === undefined) byNext.set(key, rest = { node, next, id: ++lastId });
  return rest;
}

let lastId = 0;
