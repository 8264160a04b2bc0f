/** How a pattern may begin, read from its source: what `openings.ts` follows to leave out shapes that cannot match at a place. */
import { both, charsAt, charsOf, EVERYTHING, noneOf, oneChar, some } from "./pattern-chars.ts";
import type { Chars, Reader } from "./pattern-chars.ts";
import { BAR, CLOSE_GROUP, nextBar, OPEN_GROUP, placeEnd } from "./pattern-places.ts";
import type { Shape } from "./rule.ts";

export type Node =
  | { readonly kind: "chars"; readonly chars: Chars }
  | { readonly kind: "then"; readonly first: Node; readonly rest: Node }
  | Unread
  | { readonly kind: "or"; readonly options: readonly Node[] }
  | Times
  | { readonly kind: "nothing" }
  /** What follows is not followed any further. */
  | { readonly kind: "anything" };

/** The rest of a pattern, or of one of its alternatives: read when a text first gets so far, and most never do. */
export interface Unread {
  readonly kind: "unread";
  readonly source: string;
  readonly anyCase: boolean;
  readonly from: number;
  node: Node | undefined;
}

export interface Times {
  readonly kind: "times";
  readonly node: Node;
  readonly least: number;
  readonly most: number;
  /** The same, once less; made when first asked for. */
  less: Node | undefined;
}

export interface Opening {
  readonly node: Node;
  /** What may stand before a match. */
  readonly before: Chars;
}

const NOTHING: Node = { kind: "nothing" };
const ANYTHING: Node = { kind: "anything" };
/** More than a run is followed for. */
const ENDLESS = 64;

/** Reads a pattern, and the characters of which one must or none may stand before it. Looks ahead and behind are taken to hold, but for those at its start that ask for one character. */
export function openingOf({ source, ignoreCase, unicode }: RegExp, { behind, notBehind }: Pick<Shape, "behind" | "notBehind">): Opening {
  const reader: Reader = { source, anyCase: ignoreCase, at: 0 };
  // Under the flag "u" two symbols may be one character.
  const asked = notBehind === undefined ? some(behind) : both(some(behind), noneOf(`[${notBehind}]`, () => charsOf(notBehind)));
  if (unicode) return { node: ANYTHING, before: asked };
  // Before one of several alternatives a look behind speaks for that one alone.
  if (source.includes("|") && nextBar(source, 0) < source.length) return { node: readOr(reader), before: asked };
  const before = readBefore(reader, asked);
  return { node: unreadFrom(source, ignoreCase, reader.at), before };
}

/** What a gate asks of a token of one length. */
export function gateOpening({ behind, first, next }: { readonly behind?: string; readonly first?: string; readonly next?: string }, length: number): Opening {
  const rest: Node = { kind: "times", node: { kind: "chars", chars: EVERYTHING }, least: length - 1, most: length - 1, less: undefined };
  const node: Node = { kind: "then", first: { kind: "chars", chars: some(first) }, rest: { kind: "then", first: rest, rest: { kind: "chars", chars: some(next) } } };
  return { node, before: some(behind) };
}

/** What stands behind one run of the same. */
export function lessOf(times: Times): Node {
  return (times.less ??= { kind: "times", node: times.node, least: Math.max(0, times.least - 1), most: times.most - 1, less: undefined });
}

/** What an unread node stands for: its first place, and what is left behind that. */
export function readOn(unread: Unread): Node {
  return (unread.node ??= readFirst({ source: unread.source, anyCase: unread.anyCase, at: unread.from }));
}

function readFirst(reader: Reader): Node {
  const { source, anyCase } = reader;
  while (goesOn(reader)) {
    const first = readTimes(reader, readPlace(reader));
    if (first !== NOTHING) return goesOn(reader) ? { kind: "then", first, rest: unreadFrom(source, anyCase, reader.at) } : first;
  }
  return NOTHING;
}

function unreadFrom(source: string, anyCase: boolean, from: number): Node {
  return { kind: "unread", source, anyCase, from, node: undefined };
}

function goesOn({ source, at }: Reader): boolean {
  return at < source.length && source.charCodeAt(at) !== BAR;
}

/** False where an unread node begins with another character than this: most alternatives do, and need not be read. */
export function mayTake({ source, anyCase, from }: Unread, symbol: number): boolean {
  const code = source.charCodeAt(from);
  return code === symbol || !mustTake(source, from) || (anyCase && code >= 65 && (code | 32) === (symbol | 32));
}

/** False where an unread node is known to take a character without being read. */
export function mayEnd({ source, from }: Unread): boolean {
  return !mustTake(source, from);
}

const [BLANK, TIMES, MAYBE, COUNT] = [32, 42, 63, 123] as const;

function mustTake(source: string, at: number): boolean {
  if (!isPlain(source.charCodeAt(at))) return false;
  const sign = source.charCodeAt(at + 1);
  return sign !== TIMES && sign !== MAYBE && sign !== COUNT;
}

/** A letter, a digit or a blank stands for itself; patterns are made of them for the most part. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || code === BLANK || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
}

/** All that is left of a pattern. */
function readOr({ source, anyCase, at: from }: Reader): Node {
  const options: Node[] = [];
  for (let at = from; ; at++) {
    options.push(unreadFrom(source, anyCase, at));
    at = nextBar(source, at);
    if (at >= source.length) return options.length === 1 ? (options[0] as Node) : { kind: "or", options };
  }
}

const COUNTS = /\{(\d+)(,(\d*))?\}/y;

function readTimes(reader: Reader, node: Node): Node {
  const { source } = reader;
  const sign = source.charAt(reader.at);
  let least = sign === "+" ? 1 : 0;
  let most = sign === "?" ? 1 : ENDLESS;
  if (sign === "{") {
    COUNTS.lastIndex = reader.at;
    const match = COUNTS.exec(source);
    if (match === null) return node;
    const [whole, low, range, high] = match;
    reader.at += whole.length;
    least = Number(low);
    most = range === undefined ? least : high === "" ? ENDLESS : Number(high);
  } else if (sign === "?" || sign === "*" || sign === "+") reader.at++;
  else return node;
  if (source.charAt(reader.at) === "?") reader.at++;
  return node === NOTHING ? node : { kind: "times", node, least, most, less: undefined };
}

/** By code, for either case and for any. */
const PLAIN: readonly [(Node | undefined)[], (Node | undefined)[]] = [[], []];

function readPlace(reader: Reader): Node {
  const { source, anyCase, at } = reader;
  const code = source.charCodeAt(at);
  if (isPlain(code)) {
    reader.at++;
    return (PLAIN[anyCase ? 1 : 0][code] ??= { kind: "chars", chars: oneChar(source.charAt(at), anyCase) });
  }
  const char = source.charAt(at);
  reader.at = placeEnd(source, at);
  if (char === "(") return readGroup(reader, at);
  if (char === "^" || char === "$") return NOTHING;
  const escape = char === "\\" ? source.charAt(at + 1) : "";
  if (escape === "b" || escape === "B") return NOTHING;
  // What goes back to a group, or names a property of Unicode, is not followed; nor is anything behind it.
  if (escape !== "" && "123456789pPk".includes(escape)) return ANYTHING;
  return { kind: "chars", chars: charsAt(reader, at, reader.at) };
}

const GROUPS = new Map<string, Node>();

/** The group that begins at `at`; `reader` stands behind it. Months and the like stand in many patterns. */
function readGroup({ source, anyCase, at: end }: Reader, at: number): Node {
  let inner = at + 1;
  if (source.charAt(inner) === "?") {
    const sign = source.charAt(at + 2);
    const named = sign === "<" && !"=!".includes(source.charAt(at + 3));
    if (sign !== ":" && !named) return NOTHING;
    inner = named ? source.indexOf(">", at) + 1 : at + 3;
  }
  const written = (anyCase ? "i" : " ") + source.slice(inner, end - 1);
  let node = GROUPS.get(written);
  if (node === undefined) GROUPS.set(written, node = readOr({ source: source.slice(0, end - 1), anyCase, at: inner }));
  return node;
}

/** What may stand before a match, by the looks behind at the start of a pattern that are of one character each. */
function readBefore(reader: Reader, asked: Chars): Chars {
  const { source } = reader;
  let before = asked;
  while (source.startsWith("(?<=", reader.at) || source.startsWith("(?<!", reader.at)) {
    const from = reader.at + 4;
    const end = placeEnd(source, from);
    if (source.charCodeAt(from) === OPEN_GROUP || source.charCodeAt(end) !== CLOSE_GROUP) return before;
    const wanted = source.charAt(from - 1) === "=";
    before = both(before, wanted ? charsAt(reader, from, end) : noneOf((reader.anyCase ? "i" : " ") + source.slice(from, end), () => charsAt(reader, from, end)));
    reader.at = end + 1;
  }
  return before;
}
