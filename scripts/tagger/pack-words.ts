/** Packs the word lists under scripts/tagger/words/ for the tagger. A word of several lists belongs to the shortest, which says most. `--check` writes nothing and exits 1 where the packed file is stale. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { phraseHash } from "../../src/detect/phrase.ts";
import { packPairs } from "../../src/detect/tagger/pairs.ts";

const FOLDER = "scripts/tagger/words";
const PACKED = "src/detect/tagger/groups-packed.ts";
/** Those of src/detect/tagger/groups.ts, which cannot be imported before the packed file exists. */
const GROUP_BITS = 20;
const MOST_GROUPS = 63;

/** The words of a list: separated by commas or lines; lines that begin with # tell where they are from. */
function entriesOf(text: string): readonly string[] {
  const lines = text.split("\n").filter((line) => !line.startsWith("#"));
  const entries = lines.join(",").split(",").map((entry) => entry.trim()).filter((entry) => entry !== "");
  return [...new Set(entries)];
}

function main(isCheck: boolean): number {
  const lists = readdirSync(FOLDER).filter((name) => name.endsWith(".txt")).sort().map((name, k) => ({ group: k + 1, entries: entriesOf(readFileSync(join(FOLDER, name), "utf8")) }));
  if (lists.length > MOST_GROUPS) throw new Error(`${lists.length} lists: the packed form has room for ${MOST_GROUPS}; join some`);
  const groups = new Map<number, number>();
  // The shortest last: it has the last word.
  for (const { group, entries } of [...lists].sort((a, b) => b.entries.length - a.entries.length || a.group - b.group)) {
    for (const entry of entries) groups.set(phraseHash(entry) >>> (32 - GROUP_BITS), group);
  }
  const module = `/** Written by \`npm run train:tagger\`. */\nexport const GROUPS = "${packPairs(groups, 0)}";\n`;
  if (isCheck) {
    const fresh = readFileSync(PACKED, "utf8") === module;
    console.log(fresh ? "The tagger's words are up to date." : "The tagger's words are stale: run `npm run train:tagger`.");
    return fresh ? 0 : 1;
  }
  writeFileSync(PACKED, module);
  console.log(`${groups.size} words of ${lists.length} lists written to ${PACKED}`);
  return 0;
}

process.exitCode = main(process.argv.includes("--check"));
