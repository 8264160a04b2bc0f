import { randomBytes } from "node:crypto";
import { open, readdir, readFile, writeFile } from "node:fs/promises";
import { OutputClosed } from "./io.ts";
import type { FolderEntry, Io } from "./io.ts";

function writer(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  // Without a listener Node ends the process with a stack trace; the write's own callback carries the news.
  stream.on("error", () => undefined);
  return (text) => new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve();
      else reject((error as NodeJS.ErrnoException).code === "EPIPE" ? new OutputClosed() : error);
    });
  });
}

async function readPart(path: string, limit: number, from: number): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const chunks: Uint8Array[] = [];
    let left = limit;
    let at = from;
    while (left > 0) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(Math.min(left, 1 << 20)), 0, null, from === 0 ? null : at);
      if (bytesRead === 0) break;
      chunks.push(buffer.subarray(0, bytesRead));
      left -= bytesRead;
      at += bytesRead;
    }
    return Buffer.concat(chunks);
  } finally {
    await file.close();
  }
}

async function list(path: string): Promise<readonly FolderEntry[] | undefined> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.map((one) => ({ name: one.name, kind: one.isFile() ? "file" : one.isDirectory() ? "folder" : "other" }));
  } catch (error) {
    // No folder, or nothing: whoever reads it as a file says so.
    if (["ENOTDIR", "ENOENT"].includes(String((error as NodeJS.ErrnoException).code))) return undefined;
    throw error;
  }
}

/** The process's own streams and files. */
export function nodeIo(): Io {
  return {
    stdout: writer(process.stdout),
    stderr: writer(process.stderr),
    stdin: process.stdin,
    readFile: (path, limit, from = 0) => (limit === undefined ? readFile(path) : readPart(path, limit, from)),
    list,
    isTerminal: process.stderr.isTTY === true,
    writeFile: (path, content) => writeFile(path, content),
    now: () => Date.now(),
    randomBytes: (size) => randomBytes(size),
  };
}
