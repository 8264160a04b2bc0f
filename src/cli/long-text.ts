/** A text file that is longer than what is read of one file: piece by piece, so that memory stays small however long it is. */
import { EXTRACT_LIMITS } from "../contract/index.ts";
import type { Io } from "./io.ts";

export interface Pieces {
  /** Bytes of one piece. */
  readonly bytes: number;
  /** Bytes of the piece before that are read once more, so that nothing that stands across the border is missed. */
  readonly overlap: number;
}

export const PIECES: Pieces = { bytes: 8 * 1024 * 1024, overlap: 64 * 1024 };
const LINE_FEED = 10;
const LOOKED_AT = 65_536;

/** Lines can be told by their last byte: no binary file, and no UTF-16, which holds zeros. */
function isPlain(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, LOOKED_AT).includes(0);
}

/** Where a line begins in `bytes`, at or after `from`; `from` itself where none does. */
function lineFrom(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(LINE_FEED, from);
  return end < 0 ? from : end + 1;
}

/** Gives the pieces of a plain text longer than `longest` bytes, whole lines where it has lines; nothing for any other file. Rejects as `node:fs` does. */
export async function* longText(path: string, io: Io, { bytes: size, overlap }: Pieces = PIECES, longest: number = EXTRACT_LIMITS.bytes): AsyncGenerator<Uint8Array> {
  // Whoever reads it as a whole says that it cannot be opened.
  const head = await io.readFile(path, Math.min(LOOKED_AT, size)).catch(() => undefined);
  if (head === undefined || !isPlain(head) || (await io.readFile(path, 1, longest)).length === 0) return;
  for (let from = 0; ;) {
    const piece = await io.readFile(path, size, from);
    if (piece.length === 0) return;
    const isLast = piece.length < size;
    yield piece;
    if (isLast) return;
    const line = lineFrom(piece, size - overlap);
    from += line >= size ? size - overlap : line;
  }
}
