/** Decompression within the budget: bytes are counted as they come, sizes that a file claims are never believed. */
import { Inflate } from "fflate";
import type { Budget } from "./budget.ts";
import { LimitReached } from "./budget.ts";

export interface Inflated {
  readonly bytes: Uint8Array;
  /** False where the stream is damaged, cut short or longer than `memberBytes`; `bytes` is what came before. */
  readonly whole: boolean;
  /** It was longer than `memberBytes`. */
  readonly tooLong: boolean;
}

/** Bytes pushed at once: at most 1032 times as many come out before a limit is looked at. */
const PUSHED = 8_192;

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** A raw deflate stream (RFC 1951), as zip holds it. What follows its end is ignored. @throws LimitReached */
export function inflateRaw(packed: Uint8Array, budget: Budget): Inflated {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let whole = true;
  const most = budget.limits.memberBytes;
  const stream = new Inflate((chunk) => {
    if (chunk.length === 0) return;
    length += chunk.length;
    budget.inflate(chunk.length, length, packed.length);
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length && length <= most; at += PUSHED) {
      budget.step();
      stream.push(packed.subarray(at, at + PUSHED), at + PUSHED >= packed.length);
    }
  } catch (thrown) {
    if (thrown instanceof LimitReached) throw thrown;
    whole = false;
  }
  const tooLong = length > most;
  const bytes = joined(chunks, length);
  return { bytes: tooLong ? bytes.subarray(0, most) : bytes, whole: whole && packed.length > 0 && !tooLong, tooLong };
}

const ZLIB_HEAD = 2;

/** A zlib stream (RFC 1950), as PDF and PNG hold it. Its checksum is often cut off and is not asked for. @throws LimitReached */
export function inflateZlib(packed: Uint8Array, budget: Budget): Inflated {
  return inflateRaw(packed.subarray(ZLIB_HEAD), budget);
}
