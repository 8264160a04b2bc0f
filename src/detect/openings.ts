/** Follows the beginnings of many patterns through a text at once, and tells which of them may match there: most numbers of a mail fit no shape. */
import { END, OTHER, readOn } from "./opening.ts";
import type { Chars, Node, Opening } from "./opening.ts";

/** Characters followed from one place on. What is still open behind them may match. */
const LONGEST = 48;
/** Hostile text may lead through ever new states: beyond so many, what is open may match. Real mail takes a tenth of them. */
const MOST_STATES = 4096;

/** What is left of a pattern: a node, and what comes behind it. */
interface Rest {
  readonly node: Node;
  readonly next: Rest | undefined;
  readonly id: number;
}

interface Move {
  readonly entry: number;
  readonly chars: Chars;
  /** Undefined at the pattern's end. */
  readonly to: Rest | undefined;
}

/** Where the patterns stand behind some characters. `T` is what the asker makes of it. */
export interface State<T> {
  /** What the patterns that go on may take next. */
  readonly moves: readonly Move[];
  /** Some pattern goes on. */
  readonly open: boolean;
  /** Patterns that are at their end: they may match. */
  readonly ended: readonly number[];
  readonly to: (State<T> | undefined)[];
  made?: T;
}

/** Patterns in their order, numbered from 0, with the states that texts have led to. */
export interface Openings<T> {
  readonly all: readonly Opening[];
  readonly start: (State<T> | undefined)[];
  readonly states: Map<string, State<T>>;
  readonly rests: Map<Node, Map<number, Rest>>;
}

export function openingsOf<T>(all: readonly Opening[]): Openings<T> {
  return { all, start: [], states: new Map(), rests: new Map() };
}

/** The state behind the character before `start` and those from it on, as soon as every pattern is at its end or out. */
export function follow<T>(openings: Openings<T>, text: string, start: number): State<T> {
  const before = start === 0 ? END : symbolOf(text.charCodeAt(start - 1));
  let state = openings.start[before] ?? startBehind(openings, before);
  for (let at = start; state.open && at < start + LONGEST; at++) {
    const code = text.charCodeAt(at);
    const next = (code < OTHER ? state.to[code] : undefined) ?? stateBehind(openings, state, symbolOf(code));
    if (next === undefined) break;
    state = next;
  }
  return state;
}

/** `code` is no number behind the end of the text. */
function symbolOf(code: number): number {
  return code < OTHER ? code : code >= OTHER ? OTHER : END;
}

interface Found {
  readonly moves: Move[];
  readonly ended: number[];
}

function stateOf<T>({ moves, ended }: Found): State<T> {
  const left = ended.length === 0 ? moves : moves.filter(({ entry }) => !ended.includes(entry));
  return { moves: left, open: left.length > 0, ended, to: [] };
}

function startBehind<T>(openings: Openings<T>, symbol: number): State<T> {
  const found: Found = { moves: [], ended: [] };
  openings.all.forEach(({ node, before }, entry) => {
    if (before[symbol] === 1) open(openings, entry, node, undefined, found);
  });
  return (openings.start[symbol] = stateOf(found));
}

/** Undefined where it would be one too many. */
function stateBehind<T>(openings: Openings<T>, state: State<T>, symbol: number): State<T> | undefined {
  const known = state.to[symbol];
  if (known !== undefined) return known;
  const taken = new Map<string, Move>();
  for (const move of state.moves) if (move.chars[symbol] === 1) taken.set(`${move.entry}:${move.to?.id ?? 0}`, move);
  const key = `${state.ended.join()}|${[...taken.keys()].join()}`;
  let next = openings.states.get(key);
  if (next === undefined) {
    if (openings.states.size >= MOST_STATES) return undefined;
    const found: Found = { moves: [], ended: [...state.ended] };
    for (const { entry, to } of taken.values()) openRest(openings, entry, to, found);
    openings.states.set(key, next = stateOf(found));
  }
  return (state.to[symbol] = next);
}

function openRest(openings: Openings<unknown>, entry: number, rest: Rest | undefined, found: Found): void {
  if (rest !== undefined) open(openings, entry, rest.node, rest.next, found);
  else if (!found.ended.includes(entry)) found.ended.push(entry);
}

/** Adds what a pattern takes where `node` begins and `next` comes behind it. As deep as patterns are nested. */
function open(openings: Openings<unknown>, entry: number, node: Node, next: Rest | undefined, found: Found): void {
  if (node.kind === "chars") found.moves.push({ entry, chars: node.chars, to: next });
  else if (node.kind === "then") open(openings, entry, node.first, restOf(openings, node.rest, next), found);
  else if (node.kind === "or") for (const option of node.options) open(openings, entry, option, next, found);
  else if (node.kind === "unread") open(openings, entry, readOn(node), next, found);
  else if (node.kind === "nothing") openRest(openings, entry, next, found);
  else if (node.kind === "anything") openRest(openings, entry, undefined, found);
  else {
    if (node.least === 0) openRest(openings, entry, next, found);
    if (node.most === 0) return;
    node.less ??= { kind: "times", node: node.node, least: Math.max(0, node.least - 1), most: node.most - 1 };
    open(openings, entry, node.node, node.most === 1 ? next : restOf(openings, node.less, next), found);
  }
}

/** The same object for the same rest, so that states that are alike are one. */
function restOf({ rests }: Openings<unknown>, node: Node, next: Rest | undefined): Rest {
  let byNext = rests.get(node);
  if (byNext === undefined) rests.set(node, byNext = new Map<number, Rest>());
  const key = next?.id ?? 0;
  let rest = byNext.get(key);
  if (rest === undefined) byNext.set(key, rest = { node, next, id: ++lastId });
  return rest;
}

let lastId = 0;
