/** Decompression within the budget: bytes are counted as they come, sizes that a file claims are never believed. */
import type { Budget } from "./budget.ts";
import { Deflated } from "./deflate.ts";

export interface Inflated {
  readonly bytes: Uint8Array;
  /** False where the stream is damaged, cut short or longer than `memberBytes`; `bytes` is what came before. */
  readonly whole: boolean;
  /** It was longer than `memberBytes`. */
  readonly tooLong: boolean;
}

/** Blocks cost time even where nothing comes out: their tables. */
const STEPS_A_BLOCK = 64;

/** A raw deflate stream (RFC 1951), as zip holds it. What follows its end is ignored. @throws LimitReached */
export function inflateRaw(packed: Uint8Array, budget: Budget): Inflated {
  const most = budget.limits.memberBytes;
  let counted = 0;
  const stream = new Deflated(packed, (length, read) => {
    budget.step(STEPS_A_BLOCK);
    budget.inflate(length - counted, length, read);
    counted = length;
  });
  const ended = stream.read(most);
  const tooLong = stream.length > most;
  return { bytes: stream.bytes.subarray(0, Math.min(stream.length, most)), whole: ended && !tooLong, tooLong };
}

const ZLIB_HEAD = 2;

/** A zlib stream (RFC 1950), as PDF and PNG hold it. Its checksum is often cut off and is not asked for. @throws LimitReached */
export function inflateZlib(packed: Uint8Array, budget: Budget): Inflated {
  return inflateRaw(packed.subarray(ZLIB_HEAD), budget);
}
