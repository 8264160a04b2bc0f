/** JSON: one `key: value` line per value, so that a key can serve as a cue. */
import type { Format } from "../../format.ts";
import { parsedJson } from "../../json.ts";
import { Lines, linesOf } from "../../lines.ts";
import { readable } from "../../readable.ts";
import type { Sink, SourceFile } from "../../sink.ts";

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== "object";
}

/** `parsedJson` has looked how deep it goes. */
function lines(value: unknown, key: string, out: Lines): void {
  if (value === null || value === "") return;
  if (typeof value !== "object") out.add(key === "" ? String(value) : `${key}: ${String(value)}`);
  else if (Array.isArray(value)) {
    // A long key before each of a million numbers would make a small file huge.
    const scalars = value.filter(isScalar);
    if (scalars.length > 0) out.add(`${key}: ${scalars.join(", ")}`);
    for (const item of value) if (!isScalar(item)) lines(item, key, out);
  } else {
    for (const name of Object.keys(value)) lines((value as Record<string, unknown>)[name], name, out);
  }
}

/** One value a line, as logs and exports have it. */
function isByLines(text: string): boolean {
  let [first, last, count] = ["", "", 0];
  for (const line of linesOf(text)) {
    if (line.trim() === "") continue;
    if (count === 0) first = line;
    last = line;
    count += 1;
  }
  return count > 1 && [first, last].every((line) => parsedJson(line) !== undefined);
}

/** What does not parse (line-wise JSON, a cut file, JavaScript) is read as it stands; only the first of these is whole. */
function read(file: SourceFile, out: Sink): void {
  const text = readable(file, out);
  if (text === undefined) return;
  const whole = parsedJson(text);
  if (whole === undefined || whole === "too many") {
    if (whole === "too many") out.missed("too-large");
    else if (!isByLines(text)) out.missed("damaged");
    return out.text(text);
  }
  const found = new Lines(out.budget);
  lines(whole.value, "", found);
  if (found.overflowed) out.missed("too-large");
  out.text(found.toString());
}

export const JSON_FORMAT: Format = { key: "json", endings: ["json"], told: (head) => /^[[{]/.test(head.start), read };
