/** JSON: one `key: value` line per value, so that a key can serve as a cue. */
import type { Format } from "../../format.ts";
import { readable } from "../../readable.ts";
import type { Sink, SourceFile } from "../../sink.ts";

/** Deeper nesting than any document has; a deeper one is an attack on the stack. */
const DEEPEST = 200;

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== "object";
}

function lines(value: unknown, key: string, depth: number, out: string[]): void {
  if (depth > DEEPEST) throw new RangeError("JSON nests too deep");
  if (value === null || value === "") return;
  if (typeof value !== "object") out.push(key === "" ? String(value) : `${key}: ${String(value)}`);
  else if (Array.isArray(value)) {
    // A long key before each of a million numbers would make a small file huge.
    const scalars = value.filter(isScalar);
    if (scalars.length > 0) out.push(`${key}: ${scalars.join(", ")}`);
    for (const item of value) if (!isScalar(item)) lines(item, key, depth + 1, out);
  } else {
    for (const name of Object.keys(value)) lines((value as Record<string, unknown>)[name], name, depth + 1, out);
  }
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** One value a line, as logs and exports have it. */
function isByLines(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 1 && [lines[0], lines[lines.length - 1]].every((line) => parsed(line ?? "") !== undefined);
}

/** What does not parse (line-wise JSON, a cut file, JavaScript) is read as it stands; only the first of these is whole. */
function read(file: SourceFile, out: Sink): void {
  const text = readable(file, out);
  if (text === undefined) return;
  const whole = parsed(text);
  if (whole === undefined) {
    if (!isByLines(text)) out.missed("damaged");
    return out.text(text);
  }
  const found: string[] = [];
  lines(whole.value, "", 0, found);
  out.text(found.join("\n"));
}

export const JSON_FORMAT: Format = { key: "json", endings: ["json"], told: (head) => /^[[{]/.test(head.start), read };
