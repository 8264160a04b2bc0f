import { randomBytes } from "node:crypto";
import { open, readFile, writeFile } from "node:fs/promises";
import { OutputClosed } from "./io.ts";
import type { Io } from "./io.ts";

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

async function readStart(path: string, limit: number): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const chunks: Uint8Array[] = [];
    let left = limit;
    while (left > 0) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(Math.min(left, 1 << 20)));
      if (bytesRead === 0) break;
      chunks.push(buffer.subarray(0, bytesRead));
      left -= bytesRead;
    }
    return Buffer.concat(chunks);
  } finally {
    await file.close();
  }
}

/** The process's own streams and files. */
export function nodeIo(): Io {
  return {
    stdout: writer(process.stdout),
    stderr: writer(process.stderr),
    stdin: process.stdin,
    readFile: (path, limit) => (limit === undefined ? readFile(path) : readStart(path, limit)),
    writeFile: (path, content) => writeFile(path, content),
    now: () => Date.now(),
    randomBytes: (size) => randomBytes(size),
  };
}
