import { OutputClosed } from "../../src/cli/io.ts";
import type { Io } from "../../src/cli/io.ts";

export interface MemoryIo extends Io {
  readonly out: () => string;
  readonly err: () => string;
}

/** Streams and files in memory. `closeAfter`: the reader of the output goes away after so many writes. */
export function memoryIo(given: {
  readonly stdin?: readonly (string | Uint8Array)[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly closeAfter?: number;
  readonly isTerminal?: boolean;
  /** ms since 1970. */
  readonly now?: number;
} = {}): MemoryIo {
  const out: string[] = [];
  const err: string[] = [];
  const bytes = (content: string | Uint8Array) => (typeof content === "string" ? new TextEncoder().encode(content) : content);
  return {
    out: () => out.join(""),
    err: () => err.join(""),
    stdout: async (text) => {
      if (out.length >= (given.closeAfter ?? Infinity)) throw new OutputClosed();
      out.push(text);
    },
    stderr: async (text) => { err.push(text); },
    stdin: (async function* () { for (const chunk of given.stdin ?? []) yield bytes(chunk); })(),
    readFile: async (path, limit = Infinity, from = 0) => {
      const content = given.files?.[path];
      if (content === undefined) throw new Error("ENOENT");
      return bytes(content).subarray(from, from + limit);
    },
    list: async (path) => {
      const below = Object.keys(given.files ?? {}).filter((name) => name.startsWith(`${path}/`)).map((name) => name.slice(path.length + 1));
      const names = [...new Set(below.map((name) => name.split("/")[0] ?? ""))];
      return below.length === 0 ? undefined : names.map((name) => ({ name, kind: name.endsWith(".link") ? "other" : below.includes(name) ? "file" : "folder" }));
    },
    isTerminal: given.isTerminal ?? false,
    now: () => given.now ?? 0,
    randomBytes: (size) => new Uint8Array(size).fill(7),
    writeFile: async () => { throw new Error("scan writes nothing"); },
  };
}
