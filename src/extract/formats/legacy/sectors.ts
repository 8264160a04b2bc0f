/** Chains of sectors in a compound file (MS-CFB 2.3), whichever the size of the sectors. */
import type { Budget } from "../../budget.ts";

/** Marks that stand where the number of a next sector would (2.1). */
export const SECTOR = { last: 0xfffffffa, end: 0xfffffffe, free: 0xffffffff } as const;

export interface StreamBytes {
  readonly bytes: Uint8Array;
  /** False where the chain of sectors is damaged or cut; `bytes` is what came before. */
  readonly whole: boolean;
}

const EMPTY = new Uint8Array(0);

export class SectorTable {
  private readonly source: Uint8Array;
  private readonly base: number;
  /** Bytes of a sector. */
  readonly unit: number;
  private readonly next: Uint32Array;
  private readonly budget: Budget;
  /** Which reading last passed a sector: a chain that comes back to one is a ring. */
  private readonly passedBy: Uint32Array;
  private readings = 0;

  /** Sectors of `unit` bytes in `source` from `base` on; `next` says for each which one follows. */
  constructor(source: Uint8Array, base: number, unit: number, next: Uint32Array, budget: Budget) {
    this.source = source;
    this.base = base;
    this.unit = unit;
    this.next = next;
    this.budget = budget;
    this.passedBy = new Uint32Array(next.length);
  }

  /** A chain of unknown length, to its end mark. @throws LimitReached */
  chain(start: number): StreamBytes {
    return this.read(start, Infinity);
  }

  /** The first `size` bytes of a chain. @throws LimitReached */
  stream(start: number, size: number): StreamBytes {
    return size === 0 ? { bytes: EMPTY, whole: true } : this.read(start, size);
  }

  /** How many of the `size` bytes the chain lacks. @throws LimitReached */
  lacking(start: number, size: number): number {
    return Math.max(0, size - this.runs(start, size).length);
  }

  /** Sectors in all. */
  get count(): number {
    return this.next.length;
  }

  private read(start: number, size: number): StreamBytes {
    const { runs, length, ended } = this.runs(start, size);
    const bytes = this.joined(runs, length);
    return { bytes: bytes.length > size ? bytes.subarray(0, size) : bytes, whole: size === Infinity ? ended : bytes.length >= size };
  }

  /** Stretches of neighbouring sectors, as offsets into `source`. */
  private runs(start: number, size: number): { readonly runs: readonly [number, number][]; readonly length: number; readonly ended: boolean } {
    this.readings += 1;
    const runs: [number, number][] = [];
    let [length, sector] = [0, start];
    while (length < size && sector < this.next.length && this.passedBy[sector] !== this.readings) {
      this.budget.step();
      this.passedBy[sector] = this.readings;
      const from = this.base + sector * this.unit;
      const to = Math.min(from + this.unit, this.source.length);
      if (to <= from) break;
      const previous = runs[runs.length - 1];
      if (previous?.[1] === from) previous[1] = to;
      else runs.push([from, to]);
      length += to - from;
      sector = this.next[sector] ?? SECTOR.free;
    }
    return { runs, length, ended: sector === SECTOR.end };
  }

  /** A single stretch is not copied. Copies count as unpacked bytes: many streams may share one long chain. */
  private joined(runs: readonly [number, number][], length: number): Uint8Array {
    const [only] = runs;
    if (only === undefined) return EMPTY;
    if (runs.length === 1) return this.source.subarray(only[0], only[1]);
    this.budget.inflate(length, 0, length);
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const [from, to] of runs) {
      bytes.set(this.source.subarray(from, to), at);
      at += to - from;
    }
    return bytes;
  }
}
