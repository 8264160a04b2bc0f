/** `node child.ts <file> <name>`: reads one hostile file in this fresh process and prints what became of it and what it cost. */
import { readFileSync } from "node:fs";
import { attachmentText, extract } from "../../../src/extract/index.ts";

/** CPU milliseconds of this thread: the machine may be busy with others. */
function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

const bytes = readFileSync(process.argv[2] ?? "");
// The readers' own code is not counted, nor is the file: both are there before.
extract({ name: "a.txt", bytes: Uint8Array.of(97) });
const before = process.memoryUsage().rss;
const [cpu, wall] = [spent(), performance.now()];
let threw = false;
let read: { readonly status?: string; readonly reason?: string; readonly format?: string; readonly characters?: number } = {};
try {
  const { status, reason, format, parts } = attachmentText(extract({ name: process.argv[3] ?? "", bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) }, { now: spent }));
  read = { status, format: format ?? "", characters: parts.reduce((sum, { content }) => sum + content.length, 0), ...(reason === undefined ? {} : { reason }) };
} catch {
  threw = true;
}
console.log(JSON.stringify({ ...read, threw, cpu: spent() - cpu, wall: performance.now() - wall, megabytes: Math.max(0, process.resourceUsage().maxRSS * 1024 - before) / 1e6 }));
