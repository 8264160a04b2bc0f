/** The eight kinds of PDF object (ISO 32000-1, 7.3) as plain values, and the commands of content streams. */

export class Name {
  /** Without the slash, `#xx` undone. */
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** An indirect reference. Generations are not told apart: the last definition of a number wins. */
export class Ref {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

/** A bare word: an operator, or a keyword of the file's structure. */
export class Command {
  readonly word: string;

  constructor(word: string) {
    this.word = word;
  }
}

export type Dict = ReadonlyMap<string, PdfObject>;

/** A stream as it lies in the file: encrypted, packed. */
export class Stream {
  readonly dict: Dict;
  readonly bytes: Uint8Array;
  /** Number and generation: what decryption needs. */
  readonly number: number;
  readonly generation: number;
  /** False where its end was not found. */
  readonly whole: boolean;

  constructor(dict: Dict, bytes: Uint8Array, at: { readonly number: number; readonly generation: number; readonly whole: boolean }) {
    this.dict = dict;
    this.bytes = bytes;
    this.number = at.number;
    this.generation = at.generation;
    this.whole = at.whole;
  }
}

/** Strings are kept as their bytes, one a code unit. */
export type PdfObject = null | boolean | number | string | Name | Ref | Command | Stream | Dict | readonly PdfObject[];

export function isDict(value: PdfObject | undefined): value is Dict {
  return value instanceof Map;
}

export function isList(value: PdfObject | undefined): value is readonly PdfObject[] {
  return Array.isArray(value);
}

export function isCommand(value: PdfObject | undefined, word: string): boolean {
  return value instanceof Command && value.word === word;
}
