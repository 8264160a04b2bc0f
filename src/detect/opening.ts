/** How a pattern may begin, read from its source: what `openings.ts` follows to leave out shapes that cannot match at a place. */

/** Symbols: the ASCII codes, one for every other character, one for either end of the text. */
export const OTHER = 128;
export const END = 129;
const SYMBOLS = 130;

/** By symbol, 1 for what the place takes. */
export type Chars = Uint8Array;

export type Node =
  | { readonly kind: "chars"; readonly chars: Chars }
  | { readonly kind: "then"; readonly first: Node; readonly rest: Node }
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

/** Reads a pattern, and the characters of which one must stand before it. Looks ahead and behind are taken to hold, but for those at its start that ask for one character. */
export function openingOf({ source, ignoreCase, unicode }: RegExp, behind: string | undefined): Opening {
  const reader: Reader = { source, anyCase: ignoreCase, at: 0 };
  // Under the flag "u" two symbols may be one character.
  const node = unicode ? ANYTHING : readOr(reader);
  // Before one of several alternatives a look behind speaks for that one alone.
  const before = node.kind === "or" ? everything() : readBefore({ ...reader, at: 0 });
  const asked = some(behind);
  return { node, before: before.map((may, symbol) => may & (asked[symbol] as number)) };
}

/** What a gate asks of a token of one length. */
export function gateOpening({ behind, first, next }: { readonly behind?: string; readonly first?: string; readonly next?: string }, length: number): Opening {
  const rest: Node = { kind: "times", node: { kind: "chars", chars: everything() }, least: length - 1, most: length - 1 };
  return { node: inTurn([{ kind: "chars", chars: some(first) }, rest, { kind: "chars", chars: some(next) }]), before: some(behind) };
}

function some(set: string | undefined): Chars {
  return set === undefined ? everything() : charsOf(set);
}

function everything(): Chars {
  return new Uint8Array(SYMBOLS).fill(1);
}

function charsOf(set: string): Chars {
  const chars = new Uint8Array(SYMBOLS);
  for (let k = 0; k < set.length; k++) addCode(chars, set.charCodeAt(k));
  return chars;
}

function addCode(chars: Chars, code: number): void {
  chars[code < OTHER ? code : OTHER] = 1;
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

function readOr(reader: Reader): Node {
  const options = [readSequence(reader)];
  while (reader.source.charAt(reader.at) === "|") {
    reader.at++;
    options.push(readSequence(reader));
  }
  return options.length === 1 ? (options[0] as Node) : { kind: "or", options };
}

function readSequence(reader: Reader): Node {
  const nodes: Node[] = [];
  while (reader.at < reader.source.length && !"|)".includes(reader.source.charAt(reader.at))) nodes.push(readTimes(reader, readPlace(reader)));
  return inTurn(nodes);
}

const QUANTIFIER = /(?:[?*+]|\{(\d+)(,(\d*))?\})\??/y;

function readTimes(reader: Reader, node: Node): Node {
  QUANTIFIER.lastIndex = reader.at;
  const match = QUANTIFIER.exec(reader.source);
  if (match === null) return node;
  reader.at += match[0].length;
  const [sign, low, range, high] = match;
  const least = low === undefined ? (sign.startsWith("+") ? 1 : 0) : Number(low);
  const most = low === undefined ? (sign.startsWith("?") ? 1 : ENDLESS) : range === undefined ? least : high === "" ? ENDLESS : Number(high);
  return node === NOTHING ? node : { kind: "times", node, least, most };
}

function readPlace(reader: Reader): Node {
  const char = reader.source.charAt(reader.at++);
  if (char === "(") return readGroup(reader);
  if (char === "^" || char === "$") return NOTHING;
  if (char === "\\") {
    const escape = reader.source.charAt(reader.at);
    if (/[1-9pPk]/.test(escape)) return unread(reader);
    if (escape === "b" || escape === "B") {
      reader.at++;
      return NOTHING;
    }
  }
  reader.at--;
  return { kind: "chars", chars: readChars(reader) };
}

/** What goes back to a group, or names a property of Unicode, is not followed; nor is anything behind it. */
function unread(reader: Reader): Node {
  reader.at = /^[pPk]/.test(reader.source.charAt(reader.at)) ? reader.source.indexOf(reader.source.charAt(reader.at) === "k" ? ">" : "}", reader.at) + 1 : reader.at + 1;
  return ANYTHING;
}

function readGroup(reader: Reader): Node {
  const look = /^\?(?:<?[=!]|:|<[^>]{1,30}>)/.exec(reader.source.slice(reader.at, reader.at + 34))?.[0] ?? "";
  reader.at += look.length;
  const node = readOr(reader);
  reader.at++;
  return /[=!]$/.test(look) ? NOTHING : node;
}

/** One place: a class, an escape, a dot or a character. */
function readChars(reader: Reader): Chars {
  const char = reader.source.charAt(reader.at);
  const chars = char === "[" ? readClass(reader) : char === "." ? readDot(reader) : readOne(reader);
  return reader.anyCase ? inAnyCase(chars) : chars;
}

function readDot(reader: Reader): Chars {
  reader.at++;
  return inverse(charsOf("\n\r"));
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
  const char = reader.source.charAt(reader.at++);
  if (char !== "\\") return charsOf(char);
  const escape = reader.source.charAt(reader.at++);
  if (escape === "u" || escape === "x") return readCode(reader, escape);
  if (escape === "p" || escape === "P") {
    reader.at = reader.source.indexOf("}", reader.at) + 1;
    return inverse(new Uint8Array(SYMBOLS));
  }
  const named = NAMED[escape];
  if (named !== undefined) return charsOf(String.fromCharCode(named));
  const kind = escape.toLowerCase();
  if (kind !== "d" && kind !== "w" && kind !== "s") return charsOf(escape);
  const chars = charsOf(kind === "d" ? WORD.slice(0, 10) : kind === "w" ? WORD : " \t\n\v\f\r\u00a0");
  return escape === kind ? chars : inverse(chars);
}

function readCode(reader: Reader, escape: string): Chars {
  const digits = /^(?:\{([\da-f]{1,6})\}|[\da-f]{2,4})/i.exec(reader.source.slice(reader.at, reader.at + (escape === "x" ? 2 : 8)));
  const [whole = "", braced] = digits ?? [];
  const code = braced ?? (escape === "x" ? whole.slice(0, 2) : whole.slice(0, 4));
  reader.at += braced === undefined ? code.length : whole.length;
  return charsOf(String.fromCharCode(Math.min(parseInt(code, 16), 0xffff)));
}

/** Looks behind at the start of a pattern, of one character each. */
function readBefore(reader: Reader): Chars {
  const before = everything();
  for (;;) {
    const look = /^\(\?<([=!])/.exec(reader.source.slice(reader.at, reader.at + 4));
    if (look === null || reader.source.charAt(reader.at + 4) === "(") return before;
    reader.at += 4;
    const chars = readChars(reader);
    if (reader.source.charAt(reader.at++) !== ")") return before;
    for (let symbol = 0; symbol < SYMBOLS; symbol++) {
      // A class may name some of what is not ASCII: those have to be looked at.
      const may = look[1] === "=" ? chars[symbol] === 1 : chars[symbol] === 0 || symbol === OTHER;
      if (!may) before[symbol] = 0;
    }
  }
}
