/** BER and DER (X.690): one element after another, definite and indefinite lengths. Offsets beyond the end are cut off. */
import type { Budget } from "../../budget.ts";

export interface Element {
  /** Identifier octet: class, constructed bit 0x20, number. */
  readonly tag: number;
  /** Of the contents. */
  readonly start: number;
  readonly end: number;
  /** Offset behind the element. */
  readonly next: number;
  /** It ends within the bytes. */
  readonly whole: boolean;
}

const DEEPEST = 24;
const CONSTRUCTED = 0x20;

export class Ber {
  readonly bytes: Uint8Array;
  private readonly budget: Budget;

  constructor(bytes: Uint8Array, budget: Budget) {
    this.bytes = bytes;
    this.budget = budget;
  }

  /** The element at `at`, which lies before `limit`. @throws LimitReached */
  at(at: number, limit: number, depth = 0): Element | undefined {
    this.budget.step();
    const { bytes } = this;
    if (at + 2 > limit || depth > DEEPEST) return undefined;
    const tag = bytes[at] as number;
    let start = at + 1;
    // Tags of more than one octet (8.1.2.4).
    if ((tag & 0x1f) === 0x1f) while (start < limit && ((bytes[start++] as number) & 0x80) !== 0) this.budget.step();
    const first = bytes[start++] ?? 0;
    if (first === 0x80) return this.indefinite(tag, start, limit, depth);
    let length = first;
    if (first > 0x80) {
      length = 0;
      for (let octet = 0; octet < (first & 0x7f) && octet < 7; octet++) length = length * 256 + (bytes[start++] ?? 0);
    }
    const end = Math.min(limit, start + length);
    return { tag, start: Math.min(start, limit), end, next: end, whole: start + length <= limit };
  }

  private indefinite(tag: number, start: number, limit: number, depth: number): Element {
    let at = start;
    while (at + 2 <= limit && !(this.bytes[at] === 0 && this.bytes[at + 1] === 0)) {
      const child = this.at(at, limit, depth + 1);
      if (child === undefined || child.next <= at) return { tag, start, end: limit, next: limit, whole: false };
      at = child.next;
    }
    return { tag, start, end: at, next: Math.min(limit, at + 2), whole: at + 2 <= limit };
  }

  /** @throws LimitReached */
  children({ start, end }: Element): readonly Element[] {
    const found: Element[] = [];
    for (let at = start; at < end; ) {
      const child = this.at(at, end);
      if (child === undefined || child.next <= at) break;
      found.push(child);
      at = child.next;
    }
    return found;
  }

  /** The octets of a string, which may come in pieces (8.7.3). @throws LimitReached */
  octets(element: Element, depth = 0): readonly Uint8Array[] {
    if ((element.tag & CONSTRUCTED) === 0) return [this.bytes.subarray(element.start, element.end)];
    if (depth > DEEPEST) return [];
    return this.children(element).flatMap((child) => this.octets(child, depth + 1));
  }
}
