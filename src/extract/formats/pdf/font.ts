/** Fonts (ISO 32000-1, 9.5 to 9.10), as far as text and its width need them: which letters a string of codes stands for. */
import { readCMap } from "./cmap.ts";
import type { CMap } from "./cmap.ts";
import { ENCODINGS, textOfGlyph } from "./encodings.ts";
import type { PdfFile } from "./file.ts";
import { Name, Stream } from "./objects.ts";
import type { Dict, PdfObject } from "./objects.ts";
import { embeddedLetters } from "./embedded-font.ts";
import { standardWidths } from "./widths.ts";

/** A string as shown. */
export interface Shown {
  readonly text: string;
  /** In 1/1000 em. */
  readonly width: number;
  readonly glyphs: number;
  /** One-byte codes 32, which word spacing widens. */
  readonly blanks: number;
  /** Glyphs of which nobody can say what letters they are. */
  readonly unmapped: number;
}

export interface Font {
  show(bytes: string): Shown;
}

/** Stands for a letter that cannot be told. */
const UNKNOWN = "\uFFFD";
const DEFAULT_WIDTH = 500;

class SimpleFont implements Font {
  private readonly texts: readonly (string | undefined)[];
  private readonly same: readonly boolean[];
  private readonly widths: readonly (number | undefined)[];
  private readonly fallback: number;

  constructor(texts: readonly (string | undefined)[], widths: readonly (number | undefined)[], fallback: number) {
    this.texts = texts;
    this.widths = widths;
    this.fallback = fallback;
    this.same = texts.map((text, code) => text === String.fromCharCode(code));
  }

  show(bytes: string): Shown {
    let text = "";
    let width = 0;
    let blanks = 0;
    let unmapped = 0;
    // Codes that stand for themselves are taken a run at a time: letter by letter a text takes thirty times its size.
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
      const code = bytes.charCodeAt(at);
      width += this.widths[code] ?? this.fallback;
      if (code === 32) blanks += 1;
      if (this.same[code] === true) continue;
      const letter = this.texts[code];
      if (letter === undefined) unmapped += 1;
      text += bytes.slice(from, at) + (letter ?? UNKNOWN);
      from = at + 1;
    }
    return { text: from === 0 ? bytes : text + bytes.slice(from), width, glyphs: bytes.length, blanks, unmapped };
  }
}

interface Composite {
  readonly textOf: (code: number) => string | undefined;
  readonly widthOf: (code: number) => number;
  readonly spaces: CMap["spaces"];
}

class CompositeFont implements Font {
  private readonly own: Composite;

  constructor(own: Composite) {
    this.own = own;
  }

  /** Bytes of the code at `at`: the shortest whose range holds it; two where none does (9.7.6.2). */
  private length(bytes: string, at: number): number {
    let code = 0;
    for (let length = 1; length <= 4 && this.own.spaces.length > 0; length++) {
      code = code * 256 + (bytes.charCodeAt(at + length - 1) || 0);
      for (const space of this.own.spaces) if (space.bytes === length && code >= space.from && code <= space.to) return length;
    }
    return 2;
  }

  show(bytes: string): Shown {
    let [text, width, glyphs, blanks, unmapped] = ["", 0, 0, 0, 0];
    for (let at = 0; at < bytes.length; glyphs++) {
      const length = this.length(bytes, at);
      let code = 0;
      for (let index = 0; index < length; index++) code = code * 256 + (bytes.charCodeAt(at + index) || 0);
      at += length;
      if (length === 1 && code === 32) blanks += 1;
      const letter = this.own.textOf(code);
      width += this.own.widthOf(code);
      if (letter === undefined) unmapped += 1;
      text += letter ?? UNKNOWN;
    }
    return { text, width, glyphs, blanks, unmapped };
  }
}

/** Of composite fonts (9.7.4.3): `c [w1 w2 …]` or `first last w`. */
function cidWidths(list: readonly PdfObject[], file: PdfFile): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (let at = 0; at + 1 < list.length; ) {
    file.budget.step();
    const first = file.number(list[at], 0);
    const second = file.resolve(list[at + 1]);
    if (typeof second === "number") {
      const width = file.number(list[at + 2], 0);
      for (let cid = first; cid <= Math.min(second, first + 65_535) && widths.size < 65_536; cid++) widths.set(cid, width);
      at += 3;
    } else {
      file.list(second).forEach((width, index) => widths.set(first + index, file.number(width, 0)));
      at += 2;
    }
  }
  return widths;
}

/** Names of encodings whose codes are UTF-16: `UniGB-UCS2-H`, `UniJIS-UTF16-V`. */
const UNICODE_CODES = /UCS2|UTF16/;

function readStream(object: PdfObject | undefined, file: PdfFile): Uint8Array | undefined {
  const stream = file.resolve(object);
  return stream instanceof Stream ? file.data(stream) : undefined;
}

function composite(dict: Dict, unicode: CMap | undefined, file: PdfFile): Font {
  const descendant = file.dict(file.list(dict.get("DescendantFonts"))[0]) ?? new Map<string, PdfObject>();
  const encodingName = file.name(dict.get("Encoding"));
  const encodingBytes = readStream(dict.get("Encoding"), file);
  const encoding = encodingBytes === undefined ? undefined : readCMap(encodingBytes, file.budget);
  const widths = cidWidths(file.list(descendant.get("W")), file);
  const usual = file.number(descendant.get("DW"), 1000);
  const cidOf = (code: number): number => encoding?.cids.get(code) ?? code;
  const glyphs = unicode === undefined ? embeddedLetters(descendant, file) : undefined;
  const isUnicode = UNICODE_CODES.test(encodingName ?? "");
  const fallback = (code: number): string | undefined => (isUnicode ? String.fromCharCode(code) : glyphs?.(cidOf(code)));
  // Identity is always two bytes, whatever a careless map to Unicode says.
  const spaces = encoding?.spaces ?? (encodingName === undefined || !encodingName.startsWith("Identity") ? unicode?.spaces : undefined) ?? [];
  return new CompositeFont({ textOf: (code) => unicode?.texts.get(code) ?? fallback(code), widthOf: (code) => widths.get(cidOf(code)) ?? usual, spaces: isUnicode ? [] : spaces });
}

/** What names of glyphs in `Differences` (9.6.6.1) put in place of the base encoding. */
function differences(list: readonly PdfObject[], isType3: boolean, file: PdfFile): ReadonlyMap<number, string | undefined> {
  const texts = new Map<number, string | undefined>();
  let code = 0;
  for (const entry of list) {
    const item = file.resolve(entry);
    if (typeof item === "number") code = item;
    else if (item instanceof Name) {
      // Bitmap fonts of TeX name a glyph by its code.
      const byCode = isType3 && item.name === `a${code}` && code > 32 && code < 127 ? String.fromCharCode(code) : undefined;
      texts.set(code & 255, item.name === ".notdef" ? "" : textOfGlyph(item.name) ?? byCode);
      code += 1;
    }
  }
  return texts;
}

function baseEncoding(dict: Dict, name: string | undefined, file: PdfFile): readonly (string | undefined)[] {
  if (name === "WinAnsiEncoding" || name === "MacRomanEncoding" || name === "StandardEncoding") return ENCODINGS[name]();
  if (/Symbol$/.test(file.name(dict.get("BaseFont")) ?? "")) return ENCODINGS.Symbol();
  return file.name(dict.get("Subtype")) === "TrueType" ? ENCODINGS.WinAnsiEncoding() : ENCODINGS.StandardEncoding();
}

function simple(dict: Dict, unicode: CMap | undefined, file: PdfFile): Font {
  const isType3 = file.name(dict.get("Subtype")) === "Type3";
  const isTrueType = file.name(dict.get("Subtype")) === "TrueType";
  const encoding = dict.get("Encoding");
  const details = file.dict(encoding);
  const name = file.name(encoding) ?? file.name(details?.get("BaseEncoding"));
  const changed = differences(file.list(details?.get("Differences")), isType3, file);
  const base = baseEncoding(dict, name, file);
  const own = unicode === undefined && name === undefined && !isType3 ? embeddedLetters(dict, file) : undefined;
  const texts = Array.from({ length: 256 }, (_, code) => unicode?.texts.get(code) ?? (changed.has(code) ? changed.get(code) : own?.(code) ?? (own === undefined || isTrueType ? base[code] : undefined)));
  const scale = isType3 ? Math.abs(file.number(file.list(dict.get("FontMatrix"))[0], 0.001)) * 1000 : 1;
  const given = file.list(dict.get("Widths"));
  const first = file.number(dict.get("FirstChar"), 0);
  const widths = given.length === 0 ? standardWidths(file.name(dict.get("BaseFont")) ?? "") ?? [] : Array.from({ length: 256 }, (_, code) => {
    const width = file.resolve(given[code - first]);
    return typeof width === "number" ? width * scale : undefined;
  });
  const missing = file.number(file.dict(dict.get("FontDescriptor"))?.get("MissingWidth"), 0);
  return new SimpleFont(texts, widths, missing > 0 ? missing : given.length > 0 ? 0 : DEFAULT_WIDTH);
}

/** @throws LimitReached */
export function readFont(dict: Dict, file: PdfFile): Font {
  const map = readStream(dict.get("ToUnicode"), file);
  const read = map === undefined ? undefined : readCMap(map, file.budget);
  const unicode = read !== undefined && read.texts.size > 0 ? read : undefined;
  return file.name(dict.get("Subtype")) === "Type0" ? composite(dict, unicode, file) : simple(dict, unicode, file);
}
