/** Bytes to PDF objects (ISO 32000-1, 7.2 and 7.3). Tolerant and linear: what fits nowhere is skipped. */
import { bytesOfHex, latin1 } from "../../bytes.ts";
import { Command, Name, Ref } from "./objects.ts";
import type { Dict, PdfObject } from "./objects.ts";

/** Class of a byte: 0 regular, 1 white space, 2 delimiter. */
const KIND = new Uint8Array(256);
for (const white of [0, 9, 10, 12, 13, 32]) KIND[white] = 1;
for (const char of "()<>[]{}/%") KIND[char.charCodeAt(0)] = 2;

/** 1 for what does not stand for itself in a string. */
const SPECIAL = new Uint8Array(256);
for (const char of "()\\") SPECIAL[char.charCodeAt(0)] = 1;

/** Arrays and dictionaries in each other; files stay below 10. */
const DEEPEST = 50;
/** Names have up to 127 bytes (Annex C.2); items of an array never come near. */
const LONGEST_WORD = 1_000;
const MOST_ITEMS = 500_000;
/** Operands that one call of `String.fromCharCode` may take. */
const BLOCK = 4096;
const ESCAPES: Readonly<Record<number, number>> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 };
/** Words that end an array or dictionary that was never closed. */
const STRUCTURE = /^(?:endobj|endstream|stream|obj|xref|trailer|ET|BT)$/;

/** Short words by their bytes. */
const OPERATORS = new Map<number, Command>();
const MOST_OPERATORS = 200;

export function isWhite(byte: number | undefined): boolean {
  return byte !== undefined && KIND[byte] === 1;
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

export class Lexer {
  readonly bytes: Uint8Array;
  readonly end: number;
  at: number;
  /** Something was left out since it was too deep or too long. */
  overflowed = false;
  private depth = 0;
  /** False in content streams, which hold no references. */
  private readonly references: boolean;

  constructor(bytes: Uint8Array, at = 0, references = true) {
    this.bytes = bytes;
    this.at = at;
    this.end = bytes.length;
    this.references = references;
  }

  skipWhite(): void {
    const { bytes, end } = this;
    for (; this.at < end; this.at++) {
      const byte = bytes[this.at] as number;
      if (byte === 37) while (this.at + 1 < end && bytes[this.at + 1] !== 10 && bytes[this.at + 1] !== 13) this.at++;
      else if (KIND[byte] !== 1) return;
    }
  }

  /** The next object; `undefined` at the end. */
  next(): PdfObject | undefined {
    for (;;) {
      this.skipWhite();
      if (this.at >= this.end) return undefined;
      const byte = this.bytes[this.at] as number;
      if (byte === 47) return this.readName();
      if (byte === 40) return this.readString();
      if (byte === 91) return this.readArray();
      if (byte === 60) return this.bytes[this.at + 1] === 60 ? this.readDict() : this.readHex();
      if (isDigit(byte) || byte === 43 || byte === 45 || byte === 46) return this.readNumber();
      if (KIND[byte] === 0) return this.readWord();
      this.at += 1;
    }
  }

  private regular(): string {
    const { bytes, end } = this;
    const from = this.at;
    while (this.at < end && KIND[bytes[this.at] as number] === 0) this.at++;
    if (this.at - from > LONGEST_WORD) this.overflowed = true;
    let text = "";
    for (let at = from, to = Math.min(this.at, from + LONGEST_WORD); at < to; at++) text += String.fromCharCode(bytes[at] as number);
    return text;
  }

  private readName(): Name {
    this.at += 1;
    const name = this.regular();
    return new Name(name.includes("#") ? name.replace(/#([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : name);
  }

  private readWord(): PdfObject {
    const { bytes, at } = this;
    const second = bytes[at + 1] ?? 32;
    const third = bytes[at + 2] ?? 32;
    const fourth = bytes[at + 3] ?? 32;
    // Operators have one or two letters: one object each will do.
    const length = KIND[second] !== 0 ? 1 : KIND[third] !== 0 ? 2 : KIND[fourth] !== 0 ? 3 : 0;
    if (length === 0) return this.longWord();
    this.at += length;
    const key = (bytes[at] as number) | (length > 1 ? second << 8 : 0) | (length > 2 ? third << 16 : 0);
    const known = OPERATORS.get(key);
    if (known !== undefined) return known;
    const made = new Command(latin1(bytes, at, at + length));
    if (OPERATORS.size < MOST_OPERATORS) OPERATORS.set(key, made);
    return made;
  }

  private longWord(): PdfObject {
    const word = this.regular();
    if (word === "true") return true;
    if (word === "false") return false;
    return word === "null" ? null : new Command(word);
  }

  private digits(): number {
    let value = 0;
    for (; isDigit(this.bytes[this.at]); this.at++) value = value * 10 + (this.bytes[this.at] as number) - 48;
    return value;
  }

  private readNumber(): number | Ref {
    const first = this.bytes[this.at] as number;
    let negative = false;
    for (; this.bytes[this.at] === 45 || this.bytes[this.at] === 43; this.at++) negative ||= this.bytes[this.at] === 45;
    let value = this.digits();
    if (this.bytes[this.at] === 46) {
      this.at += 1;
      for (let scale = 0.1; isDigit(this.bytes[this.at]); this.at++, scale /= 10) value += ((this.bytes[this.at] as number) - 48) * scale;
    } else if (this.references && isDigit(first)) {
      const reference = this.readReference(value);
      if (reference !== undefined) return reference;
    }
    // "12-34" is written by broken producers; what follows the sign is no number.
    while (this.bytes[this.at] === 45 || this.bytes[this.at] === 46 || isDigit(this.bytes[this.at])) this.at++;
    return negative ? -value : value;
  }

  /** `12 0 R` behind its first number. */
  private readReference(number: number): Ref | undefined {
    const from = this.at;
    if (isWhite(this.bytes[this.at])) {
      while (isWhite(this.bytes[this.at])) this.at++;
      if (isDigit(this.bytes[this.at])) {
        this.digits();
        const parted = isWhite(this.bytes[this.at]);
        while (isWhite(this.bytes[this.at])) this.at++;
        if (parted && this.bytes[this.at] === 82 && KIND[this.bytes[this.at + 1] ?? 32] !== 0) {
          this.at += 1;
          return new Ref(number);
        }
      }
    }
    this.at = from;
    return undefined;
  }

  private readHex(): string {
    const { bytes, end } = this;
    const from = this.at + 1;
    const close = bytes.indexOf(62, from);
    const to = close === -1 ? end : close;
    this.at = to + 1;
    return latin1(bytesOfHex(bytes.subarray(from, to), true));
  }

  private readString(): string {
    const { bytes, end } = this;
    let to = this.at + 1;
    while (to < end && SPECIAL[bytes[to] as number] === 0) to++;
    if (bytes[to] !== 41) return this.readMarked();
    const text = latin1(bytes, this.at + 1, to);
    this.at = to + 1;
    return text;
  }

  /** A string with brackets or escapes in it. */
  private readMarked(): string {
    const { bytes, end } = this;
    const units: number[] = [];
    let text = "";
    this.at += 1;
    for (let open = 1; this.at < end; ) {
      const byte = bytes[this.at++] as number;
      if (byte === 92) this.readEscape(units);
      else {
        if (byte === 40) open += 1;
        else if (byte === 41 && --open === 0) break;
        units.push(byte);
      }
      if (units.length >= BLOCK) text += String.fromCharCode(...units.splice(0));
    }
    return text + String.fromCharCode(...units);
  }

  private readEscape(units: number[]): void {
    const byte = this.bytes[this.at++] ?? 10;
    const escaped = ESCAPES[byte];
    if (escaped !== undefined) units.push(escaped);
    else if (byte === 13) this.at += this.bytes[this.at] === 10 ? 1 : 0;
    else if (byte >= 48 && byte <= 55) {
      let value = byte - 48;
      for (let count = 0; count < 2; count++) {
        const next = this.bytes[this.at] ?? 0;
        if (next < 48 || next > 55) break;
        value = value * 8 + next - 48;
        this.at += 1;
      }
      units.push(value & 255);
    } else if (byte !== 10) units.push(byte);
  }

  private tooDeep(): null {
    this.overflowed = true;
    return null;
  }

  private readArray(): PdfObject {
    this.at += 1;
    if (this.depth >= DEEPEST) return this.tooDeep();
    this.depth += 1;
    const items: PdfObject[] = [];
    for (;;) {
      this.skipWhite();
      if (this.bytes[this.at] === 93) {
        this.at += 1;
        break;
      }
      const from = this.at;
      const item = this.next();
      if (item === undefined) break;
      if (item instanceof Command && STRUCTURE.test(item.word)) {
        this.at = from;
        break;
      }
      if (items.length < MOST_ITEMS) items.push(item);
      else this.overflowed = true;
    }
    this.depth -= 1;
    return items;
  }

  private readDict(): Dict | null {
    this.at += 2;
    if (this.depth >= DEEPEST) return this.tooDeep();
    this.depth += 1;
    const dict = new Map<string, PdfObject>();
    for (;;) {
      this.skipWhite();
      if (this.bytes[this.at] === 62) {
        this.at += this.bytes[this.at + 1] === 62 ? 2 : 1;
        break;
      }
      const from = this.at;
      const key = this.next();
      if (key === undefined) break;
      const value = key instanceof Name ? this.dictValue() : key;
      if (value === undefined) break;
      if (value instanceof Command && STRUCTURE.test(value.word)) {
        if (!(key instanceof Name)) this.at = from;
        break;
      }
      if (key instanceof Name) dict.set(key.name, value);
    }
    this.depth -= 1;
    return dict;
  }

  /** A key may stand alone before the end. Structure words are given back to be read again. */
  private dictValue(): PdfObject | undefined {
    this.skipWhite();
    if (this.bytes[this.at] === 62) return null;
    const from = this.at;
    const value = this.next();
    if (value instanceof Command && STRUCTURE.test(value.word)) this.at = from;
    return value;
  }
}
