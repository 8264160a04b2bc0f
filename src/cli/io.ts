/** Everything a command may touch outside itself. `node-io.ts` gives the real one; tests give their own. */
export interface Io {
  /** Resolves when the reader has taken it (back-pressure). Rejects with `OutputClosed` when nobody reads any more. */
  stdout(text: string): Promise<void>;
  stderr(text: string): Promise<void>;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** At most `limit` bytes when one is given, from byte `from` on. Rejects as `node:fs` does. */
  readFile(path: string, limit?: number, from?: number): Promise<Uint8Array>;
  /** What a folder holds; undefined where the path is no folder, or is not there. */
  list(path: string): Promise<readonly FolderEntry[] | undefined>;
  /** Someone sees what is written to `stderr` as it comes. */
  readonly isTerminal: boolean;
  /** Rejects as `node:fs` does. */
  writeFile(path: string, content: string | Uint8Array): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Fit for keys. */
  randomBytes(size: number): Uint8Array;
}

export interface FolderEntry {
  readonly name: string;
  /** `other`: a link, a socket or the like. */
  readonly kind: "file" | "folder" | "other";
}

/** The reader of our output went away (`| head`): no fault, just the end. */
export class OutputClosed extends Error {
  override readonly name = "OutputClosed";
}

/** Exit codes of every command. */
export const EXIT = { ok: 0, error: 2, phi: 3 } as const;
