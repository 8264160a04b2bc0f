/** The records of Excel 5 to 2003 (MS-XLS 2.1.4), and texts that run on over several of them. */
import type { Budget } from "../../budget.ts";
import { textOfUnits, u16le, u32le } from "../../bytes.ts";
import { decodeCodePage } from "../../charset.ts";

const CONTINUE = 0x3c;

export interface BiffRecord {
  readonly type: number;
  /** Offset of the record's head. */
  readonly at: number;
  /** Where its content begins and ends. */
  readonly start: number;
  readonly end: number;
  /** The same for each record that goes on with it. */
  readonly more: readonly (readonly [start: number, end: number])[];
}

/** Reads through a stream. False where the last record is cut. @throws LimitReached */
export function eachBiffRecord(bytes: Uint8Array, budget: Budget, take: (record: BiffRecord) => void): boolean {
  let at = 0;
  while (at + 4 <= bytes.length) {
    budget.step();
    const head = at;
    const type = u16le(bytes, at);
    const start = at + 4;
    const end = start + u16le(bytes, at + 2);
    if (end > bytes.length) return false;
    at = end;
    const more: (readonly [number, number])[] = [];
    while (at + 4 <= bytes.length && u16le(bytes, at) === CONTINUE) {
      budget.step();
      const next = at + 4 + u16le(bytes, at + 2);
      if (next > bytes.length) return false;
      more.push([at + 4, next]);
      at = next;
    }
    take({ type, at: head, start, end, more });
    // Padding of the last sector.
    if (type === 0 && end === start) return true;
  }
  return true;
}

/** Flags of a text (2.5.293). */
const FLAG = { wide: 1, extended: 4, rich: 8 } as const;

/** Reads on over the borders of a record and of those that go on with it. Beyond the end everything is 0. */
export class BiffReader {
  private readonly bytes: Uint8Array;
  private readonly pieces: readonly (readonly [number, number])[];
  private piece = 0;
  private at: number;
  private readonly codePage: number;

  /** `codePage` is that of texts before Excel 97. */
  constructor(bytes: Uint8Array, { start, end, more }: BiffRecord, codePage: number, skipped = 0) {
    this.bytes = bytes;
    this.pieces = [[start, end], ...more];
    this.at = start + skipped;
    this.codePage = codePage;
  }

  private get end(): number {
    return this.pieces[this.piece]?.[1] ?? 0;
  }

  get done(): boolean {
    return this.at >= this.end && this.piece >= this.pieces.length - 1;
  }

  /** True where a new piece was begun. */
  private turn(): boolean {
    if (this.at < this.end || this.piece >= this.pieces.length - 1) return false;
    this.piece += 1;
    this.at = this.pieces[this.piece]?.[0] ?? 0;
    return true;
  }

  u8(): number {
    this.turn();
    return this.at < this.end ? this.bytes[this.at++] ?? 0 : 0;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  skip(count: number): void {
    for (let left = count; left > 0 && !this.done;) {
      this.turn();
      const step = Math.min(left, this.end - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** So many characters; where they go on in the next piece a new flag stands before them (2.5.293). */
  private characters(count: number, first: boolean): string {
    let wide = first;
    let text = "";
    for (let left = count; left > 0 && !this.done;) {
      if (this.turn()) wide = (this.u8() & FLAG.wide) !== 0;
      const take = Math.min(left, wide ? (this.end - this.at) >> 1 : this.end - this.at);
      if (take <= 0) {
        this.at = this.end;
        continue;
      }
      const units = new Uint16Array(take);
      for (let unit = 0; unit < take; unit++) units[unit] = wide ? u16le(this.bytes, this.at + unit * 2) : this.bytes[this.at + unit] ?? 0;
      this.at += wide ? take * 2 : take;
      text += textOfUnits(units);
      left -= take;
    }
    return text;
  }

  /** A text of Excel 97 and later whose length is known. */
  plainUnicode(count: number): string {
    return this.characters(count, (this.u8() & FLAG.wide) !== 0);
  }

  /** XLUnicodeRichExtendedString. */
  unicode(count: number): string {
    const flags = this.u8();
    const runs = (flags & FLAG.rich) === 0 ? 0 : this.u16();
    const extension = (flags & FLAG.extended) === 0 ? 0 : this.u32();
    const text = this.characters(count, (flags & FLAG.wide) !== 0);
    this.skip(runs * 4 + extension);
    return text;
  }

  /** A text before Excel 97: bytes in the workbook's code page. */
  eightBit(count: number): string {
    this.turn();
    const taken = this.bytes.subarray(this.at, Math.min(this.end, this.at + count));
    this.at += taken.length;
    return decodeCodePage(taken, this.codePage) ?? "";
  }
}

/** What a formula's result of eight bytes is, where it is no number (2.5.133). */
export function formulaKind(bytes: Uint8Array, at: number): "number" | "text" | "bool" | "other" {
  if (u16le(bytes, at + 6) !== 0xffff) return "number";
  const kind = bytes[at];
  return kind === 0 ? "text" : kind === 1 ? "bool" : "other";
}

/** A record's fixed part as numbers of four bytes, for what needs no reader. */
export function longAt(bytes: Uint8Array, { start, end }: BiffRecord, offset: number): number {
  return start + offset + 4 <= end ? u32le(bytes, start + offset) : 0;
}
