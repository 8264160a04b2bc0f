/** Decompression within the budget: bytes are counted as they come, sizes that a file claims are never believed. */
import { Inflate } from "fflate";
import type { Budget } from "./budget.ts";
import { LimitReached } from "./budget.ts";
import { joinedBytes } from "./bytes.ts";

export interface Inflated {
  readonly bytes: Uint8Array;
  /** False where the stream is damaged, cut short or longer than `memberBytes`; `bytes` is what came before. */
  readonly whole: boolean;
  /** It was longer than `memberBytes`. */
  readonly tooLong: boolean;
}

/** Bytes pushed at once: at most 1032 times as many come out before a limit is looked at. */
const PUSHED = 8_192;

/** Pieces in which the stretch that is damaged is pushed again, so that what stands before the damage is kept. */
const PIECE = 64;

/** Where fflate keeps whether it is in the last block, and in the middle of one; and the bytes that repetitions go back to, with the room behind them. */
interface InflateState {
  readonly s: { readonly f?: number; readonly l?: unknown };
  o: Uint8Array;
}

/** One for all: fflate makes room of its own at each push, several hundred kB of it, which takes longer than to unpack. It wants 128 kB free at all times. */
const ROOM = new Uint8Array(512 * 1024);

function giveRoom(stream: Inflate): void {
  const state = stream as unknown as InflateState;
  ROOM.set(state.o);
  state.o = ROOM;
}

/** The last block was read to its end. */
function isEnded(stream: Inflate): boolean {
  const { f, l } = (stream as unknown as InflateState).s;
  return f === 1 && (l === undefined || l === null);
}

/** Bytes of one stream as they come. */
class Gathered {
  readonly chunks: Uint8Array[] = [];
  length = 0;
  /** Of `packed`, what was pushed. */
  pushed = 0;
  private toSkip = 0;
  private readonly packed: Uint8Array;
  private readonly budget: Budget;

  constructor(packed: Uint8Array, budget: Budget) {
    this.packed = packed;
    this.budget = budget;
  }

  private readonly keep = (chunk: Uint8Array): void => {
    const fresh = chunk.subarray(Math.min(this.toSkip, chunk.length));
    this.toSkip -= chunk.length - fresh.length;
    if (fresh.length === 0) return;
    this.length += fresh.length;
    this.budget.inflate(fresh.length, this.length, this.pushed);
    this.chunks.push(fresh);
  };

  /** True where the stream came to its end. Never pushed as the last: then fflate would throw away what a cut stream still gives. @throws LimitReached, or what fflate throws at damage */
  push(pieceFrom: number): boolean {
    const { packed, budget } = this;
    this.toSkip = this.length;
    const stream = new Inflate(this.keep);
    for (let at = 0; at < packed.length && this.length <= budget.limits.memberBytes && !isEnded(stream);) {
      budget.step(64);
      const end = at + (at < pieceFrom ? PUSHED : PIECE);
      this.pushed = Math.min(end, packed.length);
      giveRoom(stream);
      stream.push(packed.subarray(at, end));
      at = end;
    }
    return isEnded(stream);
  }
}

/** A raw deflate stream (RFC 1951), as zip holds it. What follows its end is ignored. @throws LimitReached */
export function inflateRaw(packed: Uint8Array, budget: Budget): Inflated {
  const gathered = new Gathered(packed, budget);
  let whole = false;
  let damagedFrom = Infinity;
  for (let tries = 0; tries < 2 && !whole; tries++) {
    try {
      whole = gathered.push(damagedFrom);
      break;
    } catch (thrown) {
      if (thrown instanceof LimitReached) throw thrown;
      damagedFrom = Math.floor((gathered.pushed - 1) / PUSHED) * PUSHED;
    }
  }
  const most = budget.limits.memberBytes;
  const tooLong = gathered.length > most;
  const bytes = joinedBytes(gathered.chunks);
  return { bytes: tooLong ? bytes.subarray(0, most) : bytes, whole: whole && !tooLong, tooLong };
}

const ZLIB_HEAD = 2;

/** A zlib stream (RFC 1950), as PDF and PNG hold it. Its checksum is often cut off and is not asked for. @throws LimitReached */
export function inflateZlib(packed: Uint8Array, budget: Budget): Inflated {
  return inflateRaw(packed.subarray(ZLIB_HEAD), budget);
}
