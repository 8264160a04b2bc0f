/** The data set of a DICOM file (PS3.5 section 7): its elements in order, in any uncompressed byte order. */
import type { Budget } from "../../budget.ts";
import { latin1, u16be, u16le, u32be, u32le } from "../../bytes.ts";

export interface DicomElement {
  readonly tag: number;
  readonly vr: string;
  readonly value: Uint8Array;
}

/** How the bytes of a data set are written. */
export interface Encoding {
  readonly explicit: boolean;
  readonly big: boolean;
}

/** VRs whose length takes four bytes, behind two that are unused (PS3.5 table 7.1-1). */
const LONG = /^(?:O[BDFLVW]|S[QV]|U[CNRTV])$/;
const UNDEFINED = 0xffffffff;
const ITEM = 0xfffee000;
const ITEM_END = 0xfffee00d;
const SEQUENCE_END = 0xfffee0dd;
const PIXELS = 0x7fe00010;
/** Structured reports nest deepest, and no more than this. */
const DEEPEST = 24;

export interface Elements {
  /** Offset behind the last element. */
  readonly end: number;
  /** False where an element's length runs beyond the file, or nesting beyond reason. */
  readonly whole: boolean;
  readonly pixels: boolean;
}

/** Hands over the elements in order, those in sequences too, up to the pixels. `until` ends it before a tag. @throws LimitReached */
export function dicomElements(bytes: Uint8Array, from: number, { explicit, big }: Encoding, options: { readonly budget: Budget; readonly until?: (tag: number) => boolean; readonly take: (element: DicomElement) => void }): Elements {
  const { budget, until, take } = options;
  const [u16, u32] = big ? [u16be, u32be] : [u16le, u32le];
  const tagAt = (at: number): number => u16(bytes, at) * 0x10000 + u16(bytes, at + 2);
  let at = from;
  let depth = 0;
  const stop = (whole: boolean, pixels = false): Elements => ({ end: at, whole, pixels });
  while (at + 8 <= bytes.length) {
    budget.step();
    const tag = tagAt(at);
    if (until?.(tag) === true) return stop(true);
    if (tag === ITEM || tag === ITEM_END || tag === SEQUENCE_END) {
      // Items are walked through like the rest: whose an element is, its own tag says.
      if (tag === SEQUENCE_END) depth = Math.max(0, depth - 1);
      at += 8;
      continue;
    }
    const vr = explicit ? latin1(bytes, at + 4, at + 6) : "";
    if (explicit && !/^[A-Z]{2}$/.test(vr)) return stop(false);
    const long = !explicit || LONG.test(vr);
    const length = !explicit ? u32(bytes, at + 4) : long ? u32(bytes, at + 8) : u16(bytes, at + 6);
    const start = at + (explicit && long ? 12 : 8);
    if (tag === PIXELS) return stop(start + (length === UNDEFINED ? 0 : length) <= bytes.length, true);
    if (length === UNDEFINED || vr === "SQ") {
      // One of known length ends where it says; only its items are looked for.
      if (length === UNDEFINED) depth += 1;
      if (depth > DEEPEST) return stop(false);
      at = start;
      continue;
    }
    if (start + length > bytes.length) {
      take({ tag, vr, value: bytes.subarray(start) });
      at = bytes.length;
      return stop(false);
    }
    // In implicit encoding a sequence shows only by the item it begins with.
    if ((vr === "" || vr === "UN") && length >= 8 && tagAt(start) === ITEM) at = start;
    else {
      take({ tag, vr, value: bytes.subarray(start, start + length) });
      at = start + length;
    }
  }
  return stop(depth === 0 && (at === bytes.length || bytes.subarray(at).every((byte) => byte === 0)));
}
