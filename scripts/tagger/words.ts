/** Lists of words by what talk they belong to: a word that no mail holds is worth what its list is. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { phraseHash } from "../../src/detect/phrase.ts";
import { PLACES, wordAt } from "../../src/detect/tagger/features.ts";

/** Features of listed words, each with the numbers of the lists and places it belongs to, from 0. */
export interface Listed {
  readonly groups: ReadonlyMap<number, readonly number[]>;
  readonly count: number;
}

/** Lists of words that are told of as names. */
const NAMES: ReadonlySet<string> = new Set(["eponyms.txt", "brands.txt"]);

function entriesOf(text: string): readonly string[] {
  const lines = text.split("\n").filter((line) => !line.startsWith("#"));
  return [...new Set(lines.join(",").split(",").map((word) => word.trim()).filter((word) => word !== ""))];
}

function placesOf(file: string, entry: string): readonly (keyof typeof PLACES)[] {
  if (NAMES.has(file)) return ["name"];
  const words = entry.split(/[ -]/).length;
  return words === 1 ? ["near", "sentence"] : words === 2 ? ["pair"] : [];
}

/** Reads every list of a folder. */
export function readWords(folder: string): Listed {
  const groups = new Map<number, number[]>();
  const numbers = new Map<string, number>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".txt")).sort()) {
    for (const entry of entriesOf(readFileSync(join(folder, file), "utf8"))) {
      for (const place of placesOf(file, entry)) {
        const group = `${file} ${place}`;
        if (!numbers.has(group)) numbers.set(group, numbers.size);
        const feature = wordAt(PLACES[place], phraseHash(entry));
        groups.set(feature, [...(groups.get(feature) ?? []), numbers.get(group) as number]);
      }
    }
  }
  return { groups, count: numbers.size };
}
