/** Damaged files: none may throw, hang, or be called wholly read when its end is missing. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { attachmentText, extract } from "../../src/extract/index.ts";
import { plantedDocuments } from "./documents/planted.ts";
import { mutate } from "./mutate.ts";
import { seeded } from "./random.ts";

interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FuzzResult {
  readonly files: number;
  readonly threw: number;
  readonly slow: number;
  /** Cut files that were called wholly read, by format. */
  readonly cutButScanned: ReadonlyMap<string, number>;
  readonly slowestMs: number;
}

/** What a time-out allows, and then what it takes to come back from the deepest loop. */
const LIMIT_MS = 2_000;
const HANG_MS = 4_000;
/** Text that may end anywhere: that its end is missing cannot be seen. Pictures and films are never "scanned". */
const ENDLESS = new Set(["text", "csv", "html", "hl7", "ncpdp", "mbox"]);

/** The samples where they are at hand, and documents of our own. */
export function seeds(folder: string): readonly Seed[] {
  const samples = existsSync(folder) ? readdirSync(folder).filter((name) => name !== "LICENCES.md").map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })) : [];
  return [...samples, ...plantedDocuments(true, 11).map(({ name, bytes }) => ({ name, bytes }))];
}

export function fuzz(files: readonly Seed[], count: number, seed: number): FuzzResult {
  const random = seeded(seed);
  const cutButScanned = new Map<string, number>();
  let [threw, slow, slowestMs] = [0, 0, 0];
  for (let done = 0; done < count; done++) {
    const file = files[done % files.length];
    if (file === undefined) break;
    const { bytes, cut } = mutate(file.bytes, random);
    const started = performance.now();
    try {
      const { status, format = "" } = attachmentText(extract({ name: file.name, bytes }, { limits: { milliseconds: LIMIT_MS }, now: () => performance.now() }));
      if (cut && status === "scanned" && !ENDLESS.has(format)) cutButScanned.set(format, (cutButScanned.get(format) ?? 0) + 1);
    } catch {
      threw += 1;
    }
    const ms = performance.now() - started;
    slowestMs = Math.max(slowestMs, ms);
    if (ms > HANG_MS) slow += 1;
  }
  return { files: count, threw, slow, cutButScanned, slowestMs };
}
