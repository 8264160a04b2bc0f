/** XML as a stream of events (XML 1.0): tolerant, linear, and without the entities of a document type, which serve attacks only. */
import type { Budget } from "./budget.ts";

/** One start tag. Names are local ones: producers choose prefixes as they like. */
export interface XmlTag {
  readonly name: string;
  /** Value of an attribute by its local name, entities undone. */
  attribute(name: string): string | undefined;
  /** All attributes, as local names and values; namespaces and `xsi:` are none. */
  attributes(): Iterable<readonly [name: string, value: string]>;
}

export interface XmlEvents {
  open?(tag: XmlTag): void;
  /** Called for `<a/>` too. */
  close?(name: string): void;
  text?(text: string): void;
  comment?(text: string): void;
  /** A document type, an entity declaration, an instruction: what stands between the angle brackets. */
  declaration?(text: string): void;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'" };

/** Character references and the five named entities; others stay as they are. */
export function undoEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function local(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}

const ATTRIBUTE = /([^\s=/<>"']{1,200})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/g;
const NAME_END = /[\s/]/;
const SPACE = 32;
const EXCLAMATION = 33;
const QUOTE = 34;
const SLASH = 47;
const COLON = 58;
const EQUALS = 61;
const QUESTION = 63;

/** Offset of the blank or slash behind a tag's name, or -1. */
function nameEnd(source: string): number {
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    if (unit <= SPACE ? unit === SPACE || (unit >= 9 && unit <= 13) : unit === SLASH) return at;
    // Blanks beyond ASCII are left to the engine.
    if (unit > 0x7f) return source.search(NAME_END);
  }
  return -1;
}

class Tag implements XmlTag {
  readonly name: string;
  private readonly source: string;

  /** `source` is what stands between the angle brackets. */
  constructor(source: string) {
    const end = nameEnd(source);
    this.name = local(end === -1 ? source : source.slice(0, end));
    this.source = end === -1 ? "" : source.slice(end);
  }

  /** One by one: a tag may have millions. */
  *attributes(): Generator<readonly [string, string]> {
    for (const [, name = "", double, single] of this.source.matchAll(ATTRIBUTE)) {
      if (!/^(?:xmlns|xsi:)/.test(name)) yield [local(name), undoEntities(double ?? single ?? "")];
    }
  }

  private searched(wanted: string): string | undefined {
    for (const [name, value] of this.attributes()) if (name === wanted) return value;
    return undefined;
  }

  attribute(name: string): string | undefined {
    const { source } = this;
    // Where values stand in double quotes only, none of them can look like an attribute: sheets ask for millions.
    if (source.includes("'")) return source.includes(name) ? this.searched(name) : undefined;
    let spaced = false;
    for (let at = source.indexOf(name); at !== -1; at = source.indexOf(name, at + 1)) {
      const behind = at + name.length;
      const next = source.charCodeAt(behind);
      if (next === SPACE) spaced = true;
      if (next !== EQUALS || source.charCodeAt(behind + 1) !== QUOTE) continue;
      const before = source.charCodeAt(at - 1);
      if (before <= SPACE || before === COLON) return undoEntities(source.slice(behind + 2, source.indexOf("\"", behind + 2)));
    }
    return spaced ? this.searched(name) : undefined;
  }
}

/** Offset of the `>` outside quotes, or -1. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at++) {
    const unit = xml.charCodeAt(at);
    if (quote !== 0) {
      if (unit === quote) quote = 0;
    } else if (unit === 62) return at;
    else if (unit === 34 || unit === 39) quote = unit;
  }
  return -1;
}

/** A comment, a section of text, an instruction or a declaration at `open`; gives the offset behind it, or -1 where it never ends. */
function declared(xml: string, open: number, events: XmlEvents): number {
  const close = (mark: string, from: number, take: (text: string) => void): number => {
    const end = xml.indexOf(mark, from);
    if (end === -1) return -1;
    take(xml.slice(from, end));
    return end + mark.length;
  };
  if (xml.startsWith("!--", open + 1)) return close("-->", open + 4, (text) => events.comment?.(text));
  if (xml.startsWith("![CDATA[", open + 1)) return close("]]>", open + 9, (text) => events.text?.(text));
  if (xml.startsWith("?", open + 1)) return close("?>", open + 2, (text) => events.declaration?.(text));
  const end = tagEnd(xml, open + 1);
  if (end !== -1) events.declaration?.(xml.slice(open + 2, end));
  return end === -1 ? -1 : end + 1;
}

/** Handles the markup at `open`; gives the offset behind it, or -1 where it never ends. */
function markup(xml: string, open: number, events: XmlEvents): number {
  const second = xml.charCodeAt(open + 1);
  if (second === EXCLAMATION || second === QUESTION) return declared(xml, open, events);
  const end = tagEnd(xml, open + 1);
  if (end === -1) return -1;
  if (second === SLASH) events.close?.(local(xml.slice(open + 2, end).trim()));
  else {
    const empty = xml.charCodeAt(end - 1) === SLASH;
    const tag = new Tag(xml.slice(open + 1, empty ? end - 1 : end));
    events.open?.(tag);
    if (empty) events.close?.(tag.name);
  }
  return end + 1;
}

/** Reads through `xml`. False where it is cut or broken: the rest from there was handed over as text. @throws LimitReached */
export function scanXml(xml: string, events: XmlEvents, budget: Budget): boolean {
  let at = 0;
  while (at < xml.length) {
    budget.step();
    const open = xml.indexOf("<", at);
    if (open !== at) events.text?.(undoEntities(xml.slice(at, open === -1 ? xml.length : open)));
    if (open === -1) return true;
    const next = markup(xml, open, events);
    if (next === -1) {
      events.text?.(xml.slice(open));
      return false;
    }
    at = next;
  }
  return true;
}
