/** The command as a process: streams, back-pressure and memory cannot be shown in memory. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Writable } from "node:stream";

const ROOT = join(__dirname, "..", "..");
const NODE = join(ROOT, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const MAIN = join(ROOT, "src", "cli", "main.ts");

interface Ended { readonly code: number | null; readonly lines: number; readonly err: string }

const drained = (stream: Writable) => new Promise((done) => { stream.once("drain", done); });

/** Writes as fast as the process takes it; `read` lines of output are taken, then the pipe is closed. */
function run(args: readonly string[], count: number, line: (index: number) => string, read = Infinity): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(NODE, args, { cwd: ROOT });
    let [lines, err] = [0, ""];
    child.stderr.on("data", (chunk: Buffer) => { err += chunk.toString(); });
    child.stdout.on("data", (chunk: Buffer) => {
      lines += chunk.toString().split("\n").length - 1;
      if (lines >= read) child.stdout.destroy();
    });
    child.stdin.on("error", () => undefined);
    child.on("close", (code) => resolve({ code, lines, err }));
    const closed = new Promise((done) => { child.once("close", done); });
    const feed = async (): Promise<void> => {
      for (let index = 0; index < count && child.exitCode === null && child.stdin.writable; index++) {
        if (!child.stdin.write(line(index))) await Promise.race([drained(child.stdin), closed]);
      }
      child.stdin.end();
    };
    void feed();
  });
}

const message = (index: number) => `${JSON.stringify({ id: index, text: "Lunch at noon? ".repeat(40) })}\n`;

test("a reader that goes away ends the process, quietly and at once", async () => {
  const { code, err } = await run([MAIN, "scan", "--jsonl"], 1_000_000, message, 1);
  expect({ code, err }).toEqual({ code: 0, err: "" });
}, 60_000);

test("a stream larger than the heap passes through", async () => {
  const long = `${JSON.stringify({ id: 1, text: "", attachments: [{ name: "x.bin", base64: "AAEC".repeat(250_000) }] })}\n`;
  const ended = await run(["--max-old-space-size=64", MAIN, "scan", "--jsonl"], 100, () => long);
  expect(ended).toEqual({ code: 0, lines: 100, err: "" });
}, 120_000);
