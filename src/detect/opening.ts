/** How a pattern may begin, read from its source: what `openings.ts` follows to leave out shapes that cannot match at a place. */
import type { Shape } from "./rule.ts";

/** Symbols: the ASCII codes, one for every other character, one for either end of the text. */
export const OTHER = 128;
export const END = 129;
export const SYMBOLS = 130;

/** By symbol, 1 for what the place takes. */
export type Chars = Uint8Array;

export type Node =
  | { readonly kind: "chars"; readonly chars: Chars }
  | { readonly kind: "then"; readonly first: Node; readonly rest: Node }
  /** The rest of a pattern, read when a text first gets so far: most never do. */
  | { readonly kind: "unread"; readonly from: number; readonly reader: Reader; node?: Node }
  | { readonly kind: "or"; readonly options: readonly Node[] }
  | Times
  | { readonly kind: "nothing" }
  /** What follows is not followed any further. */
  | { readonly kind: "anything" };

export interface Times {
  readonly kind: "times";
  readonly node: Node;
  readonly least: number;
  readonly most: number;
  /** The same, once less; made when first asked for. */
  less?: Node;
}

export interface Opening {
  readonly node: Node;
  /** What may stand before a match. */
  readonly before: Chars;
}

const [BACKSLASH, BAR, OPEN_GROUP, CLOSE_GROUP, OPEN_CLASS, CLOSE_CLASS] = [92, 124, 40, 41, 91, 93] as const;
const NOTHING: Node = { kind: "nothing" };
const ANYTHING: Node = { kind: "anything" };
/** More than a run is followed for. */
const ENDLESS = 64;
const WORD = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
const NAMED: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, v: 11, f: 12, "0": 0 };

interface Reader {
  readonly source: string;
  readonly anyCase: boolean;
  at: number;
}

/** Reads a pattern, and the characters of which one must or none may stand before it. Looks ahead and behind are taken to hold, but for those at its start that ask for one character. */
export function openingOf({ source, ignoreCase, unicode }: RegExp, { behind, notBehind }: Pick<Shape, "behind" | "notBehind">): Opening {
  const reader: Reader = { source, anyCase: ignoreCase, at: 0 };
  // Under the flag "u" two symbols may be one character.
  const asked = notBehind === undefined ? some(behind) : both(some(behind), known(`not [${notBehind}]`, () => noneOf(charsOf(notBehind))));
  if (unicode) return { node: ANYTHING, before: asked };
  // Before one of several alternatives a look behind speaks for that one alone.
  if (nextBar(source, 0) < source.length) return { node: readOr(reader), before: asked };
  const before = readBefore(reader, asked);
  return { node: readSome(reader), before };
}

/** Where the next `|` stands outside of groups and classes; the length where none does. */
function nextBar(source: string, from: number): number {
  const { length } = source;
  let depth = 0;
  for (let at = from; at < length; at++) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === OPEN_CLASS) at = classEnd(source, at) - 1;
    else if (code === OPEN_GROUP) depth++;
    else if (code === CLOSE_GROUP) depth--;
    else if (code === BAR && depth === 0) return at;
  }
  return length;
}

/** Position behind the place that begins at `at`; a group or a class is one place. */
function placeEnd(source: string, at: number): number {
  const code = source.charCodeAt(at);
  return code === BACKSLASH ? escapeEnd(source, at) : code === OPEN_GROUP ? groupEnd(source, at) : code === OPEN_CLASS ? classEnd(source, at) : at + 1;
}

/** In one loop: patterns are gone through at every start, and calls for each character take five times as long. */
function groupEnd(source: string, open: number): number {
  const { length } = source;
  let depth = 0;
  for (let at = open; at < length; at++) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === OPEN_CLASS) at = classEnd(source, at) - 1;
    else if (code === OPEN_GROUP) depth++;
    else if (code === CLOSE_GROUP && --depth === 0) return at + 1;
  }
  return length;
}

function classEnd(source: string, open: number): number {
  let at = open + 1;
  while (at < source.length && source.charCodeAt(at) !== CLOSE_CLASS) at += source.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at + 1;
}

/** `\d`, `\u00b5`, `\u{1d7ce}`, `\x41`, `\p{Lu}`. */
function escapeEnd(source: string, at: number): number {
  const kind = source.charAt(at + 1);
  if (source.charAt(at + 2) === "{" && "upP".includes(kind)) return source.indexOf("}", at) + 1;
  return at + (kind === "u" ? 6 : kind === "x" ? 4 : 2);
}

const AT_ONCE = 2;

/** The first places of what is left of a pattern, or of one of its alternatives. */
function readSome(reader: Reader): Node {
  const nodes: Node[] = [];
  while (goesOn(reader) && nodes.length < AT_ONCE) {
    const node = readTimes(reader, readPlace(reader));
    if (node !== NOTHING) nodes.push(node);
  }
  if (goesOn(reader)) nodes.push({ kind: "unread", from: reader.at, reader });
  return inTurn(nodes);
}

function goesOn({ source, at }: Reader): boolean {
  return at < source.length && source.charCodeAt(at) !== BAR;
}

/** What an unread node stands for. */
export function readOn(unread: Extract<Node, { readonly kind: "unread" }>): Node {
  return (unread.node ??= readSome({ ...unread.reader, at: unread.from }));
}

/** What a gate asks of a token of one length. */
export function gateOpening({ behind, first, next }: { readonly behind?: string; readonly first?: string; readonly next?: string }, length: number): Opening {
  const rest: Node = { kind: "times", node: { kind: "chars", chars: EVERYTHING }, least: length - 1, most: length - 1 };
  return { node: inTurn([{ kind: "chars", chars: some(first) }, rest, { kind: "chars", chars: some(next) }]), before: some(behind) };
}

function some(set: string | undefined): Chars {
  return set === undefined ? EVERYTHING : charsOf(set);
}

const EVERYTHING: Chars = new Uint8Array(SYMBOLS).fill(1);
/** By what they are written as: rules have many places, but few that differ. None is changed once it is here. */
const KNOWN = new Map<string, Chars>();

function known(written: string, make: () => Chars): Chars {
  let chars = KNOWN.get(written);
  if (chars === undefined) KNOWN.set(written, chars = make());
  return chars;
}

function charsOf(set: string): Chars {
  const chars = new Uint8Array(SYMBOLS);
  for (let k = 0; k < set.length; k++) chars[Math.min(set.charCodeAt(k), OTHER)] = 1;
  return chars;
}

function inverse(chars: Chars): Chars {
  const rest = chars.map((has) => 1 - has);
  // Of what is not ASCII a class may name some.
  rest[OTHER] = 1;
  rest[END] = 0;
  return rest;
}

function inAnyCase(chars: Chars): Chars {
  for (let code = 65; code <= 90; code++) if (chars[code] === 1 || chars[code + 32] === 1) chars[code] = chars[code + 32] = 1;
  return chars;
}

function inTurn(nodes: readonly Node[]): Node {
  return nodes.reduceRight<Node>((rest, first) => (first === NOTHING ? rest : rest === NOTHING ? first : { kind: "then", first, rest }), NOTHING);
}

/** All that is left of a pattern. */
function readOr({ source, anyCase, at: from }: Reader): Node {
  const options: Node[] = [];
  for (let at = from; ; at++) {
    options.push({ kind: "unread", from: at, reader: { source, anyCase, at } });
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
  return node === NOTHING ? node : { kind: "times", node, least, most };
}

/** A letter, a digit or a blank stands for itself; patterns are made of them for the most part. By code, for either case and for any. */
const PLAIN: readonly [(Node | undefined)[], (Node | undefined)[]] = [[], []];

function plainAt({ source, anyCase, at }: Reader): Node | undefined {
  const code = source.charCodeAt(at);
  if (!(code === 32 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122))) return undefined;
  const nodes = PLAIN[anyCase ? 1 : 0];
  const chars = (): Chars => (anyCase ? inAnyCase(charsOf(source.charAt(at))) : charsOf(source.charAt(at)));
  return (nodes[code] ??= { kind: "chars", chars: chars() });
}

function readPlace(reader: Reader): Node {
  const plain = plainAt(reader);
  if (plain !== undefined) {
    reader.at++;
    return plain;
  }
  const { source, at } = reader;
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

/** What the place `source[at, end)` takes: a class, an escape, a dot or a character. */
function charsAt({ source, anyCase }: Reader, at: number, end: number): Chars {
  return known((anyCase ? "i" : " ") + source.slice(at, end), () => {
    const again: Reader = { source, anyCase, at };
    const char = source.charAt(at);
    const chars = char === "[" ? readClass(again) : char === "." ? inverse(charsOf("\n\r")) : readOne(again);
    return anyCase ? inAnyCase(chars) : chars;
  });
}

function readClass(reader: Reader): Chars {
  const { source } = reader;
  reader.at++;
  const negated = source.charAt(reader.at) === "^";
  if (negated) reader.at++;
  const chars = new Uint8Array(SYMBOLS);
  while (reader.at < source.length && source.charAt(reader.at) !== "]") {
    const low = readOne(reader);
    if (source.charAt(reader.at) === "-" && source.charAt(reader.at + 1) !== "]" && low.indexOf(1) === low.lastIndexOf(1)) {
      reader.at++;
      const high = readOne(reader);
      for (let code = low.indexOf(1); code <= high.lastIndexOf(1); code++) chars[code] = 1;
    } else low.forEach((has, code) => { if (has === 1) chars[code] = 1; });
  }
  reader.at++;
  return negated ? inverse(reader.anyCase ? inAnyCase(chars) : chars) : chars;
}

function readOne(reader: Reader): Chars {
  const { source, at } = reader;
  if (source.charCodeAt(at) !== BACKSLASH) {
    reader.at++;
    return charsOf(source.charAt(at));
  }
  reader.at = escapeEnd(source, at);
  const escape = source.charAt(at + 1);
  const digits = source.slice(at + 2, reader.at).replace(/[{}]/g, "");
  if (escape === "p" || escape === "P") return inverse(new Uint8Array(SYMBOLS));
  if (digits !== "") return charsOf(String.fromCharCode(Math.min(parseInt(digits, 16), 0xffff)));
  const named = NAMED[escape];
  if (named !== undefined) return charsOf(String.fromCharCode(named));
  const kind = escape.toLowerCase();
  if (kind !== "d" && kind !== "w" && kind !== "s") return charsOf(escape);
  const chars = charsOf(kind === "d" ? WORD.slice(0, 10) : kind === "w" ? WORD : " \t\n\v\f\r\u00a0");
  return escape === kind ? chars : inverse(chars);
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
    const chars = charsAt(reader, from, end);
    reader.at = end + 1;
    before = both(before, wanted ? chars : known(`not ${source.slice(from, end)}`, () => noneOf(chars)));
  }
  return before;
}

function noneOf(chars: Chars): Chars {
  const rest = inverse(chars);
  rest[END] = 1;
  return rest;
}

function both(some: Chars, others: Chars): Chars {
  return some === EVERYTHING ? others : some.map((has, symbol) => has & (others[symbol] as number));
}
