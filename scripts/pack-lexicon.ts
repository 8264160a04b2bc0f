/**
 * Packs src/detect/lexicon/*.txt into packed.ts. `--check` writes nothing and exits 1 where the packed file is stale.
 *
 * A source file starts with comments that name its public source and the day it was compiled. Then entries, separated by
 * commas or lines, and settings that hold until changed: `!list NAME`, `!strong`, `!weak`, `!sensitive CLASS|none`,
 * `!caps on|off` (a term only in capitals), `!forms none|noun|verb|adjective|es-noun` (pack the regular inflections too; `es-noun` the Spanish plural).
 * A hyphenated term is packed with a space as well; `knee|hip pain|surgery` stands for its four phrases.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { joinHash, wordHash } from "../src/detect/lexicon/hash.ts";
import { FLAG } from "../src/detect/lexicon/tags.ts";
import { readSource } from "./lexicon/source.ts";
import type { Entry } from "./lexicon/source.ts";

const LEXICON_DIR = "src/detect/lexicon";
const PACKED_FILE = join(LEXICON_DIR, "packed.ts");
/** A longer phrase costs every word of every mail another join. */
const LONGEST_PHRASE = 5;
/** Alphabet and layout of the packed text: the same as in table.ts, which cannot be imported before packed.ts exists. */
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const CARRY = "~";
const CARRY_BITS = 18;
/** Entries whose hashes share their upper bits are one block. */
const BLOCK_SHIFT = 22;
const BLOCKS = 1 << (32 - BLOCK_SHIFT);

interface Slot {
  readonly text: string;
  flags: number;
  term?: Entry;
}

export interface Compiled {
  readonly module: string;
  readonly count: number;
  readonly problems: readonly string[];
}

/** Compiles source texts by file name. Conflicting tags and colliding hashes are problems. */
export function compile(files: Readonly<Record<string, string>>): Compiled {
  const sources = Object.entries(files).map(([name, text]) => readSource(name, text));
  const problems = sources.flatMap((source) => source.problems);
  const slots = new Map<number, Slot>();
  let maxPhraseWords = 1;
  const entries = sources.flatMap((source) => source.entries);
  for (const entry of [...entries.filter((e) => !e.derived), ...entries.filter((e) => e.derived)]) {
    const words = entry.text.split(" ");
    if (words.length > LONGEST_PHRASE) problems.push(`${entry.at}: "${entry.text}" has more than ${LONGEST_PHRASE} words`);
    maxPhraseWords = Math.max(maxPhraseWords, words.length);
    addEntry(slots, entry, problems);
    if (words[1] !== undefined) addFlag(slots, words[1], FLAG.PHRASE_SECOND, entry.at, problems);
    for (let n = 1; n < words.length; n++) addFlag(slots, words.slice(0, n).join(" "), FLAG.PHRASE_START, entry.at, problems);
  }
  const packed = packSlots(slots);
  if (Math.max(packed.flagSets.length, packed.tags.length) > DIGITS.length) problems.push("the packed form has no room for so many different tags");
  const value = {
    maxPhraseWords,
    flagSets: packed.flagSets.join(" "),
    tags: packed.tags.join(" "),
    hashes: packed.hashes,
    flags: packed.flags,
    terms: packed.terms,
    seconds: packed.seconds,
    blocks: packed.blocks,
    icd: packIcd(sources.flatMap((source) => source.icd)),
  };
  const module = `/** Written by \`npm run pack:lexicon\` from the .txt files beside it. */\nexport const PACKED = ${JSON.stringify(value, null, 2)} as const;\n`;
  return { module, count: slots.size, problems };
}

function hashOf(text: string): number {
  return text.split(" ").map((word) => wordHash(word, 0, word.length)).reduce(joinHash);
}

function addFlag(slots: Map<number, Slot>, text: string, flags: number, at: string, problems: string[]): Slot {
  const hash = hashOf(text);
  const known = slots.get(hash);
  if (known && canonical(known.text) !== canonical(text)) problems.push(`${at}: "${text}" collides with "${known.text}"`);
  const slot = known ?? { text, flags: 0 };
  slot.flags |= flags;
  slots.set(hash, slot);
  return slot;
}

/** What the hash is blind to is left out before two texts are compared. */
function canonical(text: string): string {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/'s?(?= |$)/g, "");
}

function addEntry(slots: Map<number, Slot>, entry: Entry, problems: string[]): void {
  if (!entry.termClass) {
    addFlag(slots, entry.text, entry.flags, entry.at, problems);
    return;
  }
  const known = slots.get(hashOf(entry.text))?.term;
  if (known && entry.derived) return;
  if (known && tagOf(known) !== tagOf(entry)) problems.push(`${entry.at}: "${entry.text}" is tagged otherwise at ${known.at}`);
  const slot = addFlag(slots, entry.text, entry.flags | FLAG.TERM, entry.at, problems);
  slot.term = entry;
}

function tagOf(entry: Entry): string {
  return `${entry.termClass ?? ""}:${entry.strength ?? ""}:${entry.sensitive ?? ""}:${entry.flags}`;
}

interface Packed {
  readonly flagSets: readonly number[];
  readonly tags: readonly string[];
  readonly hashes: string;
  readonly flags: string;
  readonly terms: string;
  /** One bit an entry, six a digit: `PHRASE_SECOND`, which would double the sets of flags. */
  readonly seconds: string;
  /** For each block how many entries it has, how many carries and how many terms: two digits, one and two. */
  readonly blocks: string;
}

function packSlots(slots: Map<number, Slot>): Packed {
  const flagSets: number[] = [];
  const tags: string[] = [];
  let [hashes, flagDigits, terms, seconds] = ["", "", "", ""];
  let [six, count] = [0, 0];
  let before = 0;
  const sizes = Array.from({ length: BLOCKS }, () => ({ entries: 0, carries: 0, terms: 0 }));
  for (const [hash, { flags, term }] of [...slots].sort(([a], [b]) => (a >>> 0) - (b >>> 0))) {
    const size = sizes[hash >>> BLOCK_SHIFT] as (typeof sizes)[number];
    // The first of a block is told from where the block begins, so that each can be read by itself.
    const distance = packDistance((hash >>> 0) - (size.entries === 0 ? ((hash >>> BLOCK_SHIFT) << BLOCK_SHIFT) >>> 0 : before));
    hashes += distance;
    before = hash >>> 0;
    size.entries++;
    size.carries += distance.length - 3;
    if (term) size.terms++;
    flagDigits += DIGITS.charAt(indexIn(flagSets, flags & ~FLAG.PHRASE_SECOND));
    if ((flags & FLAG.PHRASE_SECOND) !== 0) six |= 1 << (count % 6);
    if (++count % 6 === 0 || count === slots.size) {
      seconds += DIGITS.charAt(six);
      six = 0;
    }
    if (term) terms += DIGITS.charAt(indexIn(tags, `${term.termClass ?? ""}:${term.strength ?? ""}:${term.sensitive ?? ""}`));
  }
  const blocks = sizes.map(({ entries, carries, terms: some }) => twoDigits(entries) + DIGITS.charAt(carries) + twoDigits(some)).join("");
  return { flagSets, tags, hashes, flags: flagDigits, terms, seconds, blocks };
}

function twoDigits(value: number): string {
  return DIGITS.charAt(value >> 6) + DIGITS.charAt(value & 63);
}

function indexIn<T>(list: T[], item: T): number {
  const known = list.indexOf(item);
  return known >= 0 ? known : list.push(item) - 1;
}

function packDistance(distance: number): string {
  const low = distance % (1 << CARRY_BITS);
  const carries = CARRY.repeat(Math.floor(distance / (1 << CARRY_BITS)));
  return carries + DIGITS.charAt(low >> 12) + DIGITS.charAt((low >> 6) & 63) + DIGITS.charAt(low & 63);
}

function packIcd(categories: readonly string[]): string {
  const rows: string[] = Array.from({ length: 260 }, () => "");
  for (const category of categories) {
    const row = (category.charCodeAt(0) - 65) * 10 + Number(category.charAt(1));
    rows[row] = (rows[row] ?? "") + category.charAt(2);
  }
  return rows.join(" ").trimEnd();
}

function main(): number {
  const names = readdirSync(LEXICON_DIR).filter((name) => name.endsWith(".txt")).sort();
  const { module, count, problems } = compile(Object.fromEntries(names.map((name) => [name, readFileSync(join(LEXICON_DIR, name), "utf8")])));
  if (problems.length) {
    console.error(problems.join("\n"));
    return 1;
  }
  if (process.argv.includes("--check")) {
    const fresh = readFileSync(PACKED_FILE, "utf8") === module;
    console.log(fresh ? "The packed lists are up to date." : "The packed lists are stale: run `npm run pack:lexicon`.");
    return fresh ? 0 : 1;
  }
  writeFileSync(PACKED_FILE, module);
  console.log(`${names.length} lists, ${count} hashes, ${Math.round(module.length / 1024)} kB.`);
  return 0;
}

if (process.argv[1]?.endsWith("pack-lexicon.ts")) process.exitCode = main();
