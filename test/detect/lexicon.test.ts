import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../../scripts/pack-lexicon.ts";
import { FLAG, isIcdCategory, joinHash, MAX_PHRASE_WORDS, termTag, wordFlags, wordHash } from "../../src/detect/lexicon/index.ts";
import { PACKED } from "../../src/detect/lexicon/packed.ts";

const FOLDER = "src/detect/lexicon";
const whole = (word: string): number => wordHash(word, 0, word.length);
const phrase = (text: string): number => text.split(" ").map(whole).reduce((hash, next) => joinHash(hash, next));

describe("wordHash", () => {
  test.each([
    ["case", "Diabetes", "DIABETES"],
    ["accents", "Muñoz", "munoz"],
    ["accents beyond Latin-1", "Łukasz", "lukasz"],
    ["combining marks", "Jose\u0301", "José"],
    ["possessive", "Crohn's", "crohn"],
    ["typographic possessive", "Crohn’s", "crohn"],
    ["plural possessive", "nurses'", "nurses"],
    ["typographic apostrophe inside", "O’Brien", "O'Brien"],
    ["non-breaking hyphen", "x\u2011ray", "x-ray"],
    ["full-width letters", "ＨＩＶ", "hiv"],
    ["zero-width space", "can\u200bcer", "cancer"],
    ["soft hyphen", "can\u00adcer", "cancer"],
  ])("is blind to %s", (_, a, b) => expect(whole(a)).toBe(whole(b)));

  test.each([["O'Brien", "OBrien"], ["x-ray", "xray"], ["is", "i"], ["a1c", "a2c"]])("tells %s from %s", (a, b) => {
    expect(whole(a)).not.toBe(whole(b));
  });

  test("reads only the part it is given", () => {
    expect(wordHash("(metformin)", 1, 10)).toBe(whole("metformin"));
  });
});

describe("joinHash", () => {
  test("depends on the order", () => expect(phrase("blood count")).not.toBe(phrase("count blood")));
  test("never equals the hash of a word", () => {
    expect(phrase("heart failure") & 1).toBe(1);
    expect(whole("failure") & 1).toBe(0);
  });
});

describe("termTag", () => {
  test.each([
    ["metformin", "drug", "strong", undefined],
    ["Ozempic", "drug", "strong", undefined],
    ["suboxone", "drug", "strong", "substance-use"],
    ["Biktarvy", "drug", "strong", "hiv-sti"],
    ["T2DM", "diagnosis", "strong", undefined],
    ["migraines", "diagnosis", "strong", undefined],
    ["metastases", "diagnosis", "strong", undefined],
    ["type 2 diabetes", "diagnosis", "strong", undefined],
    ["Crohn’s disease", "diagnosis", "strong", undefined],
    ["opioid use disorder", "diagnosis", "strong", "substance-use"],
    ["PTSD", "diagnosis", "strong", "mental-health"],
    ["BRCA1 mutation", "diagnosis", "strong", "genetic"],
    ["miscarriage", "diagnosis", "strong", "reproductive"],
    ["well-child visit", "procedure", "strong", "minor"],
    ["c section", "procedure", "strong", "reproductive"],
    ["knee replacement", "procedure", "strong", undefined],
    ["hba1c", "lab", "strong", undefined],
    ["discharge summary", "care", "strong", undefined],
    ["cardiologist", "specialty", "strong", undefined],
    ["stroke", "diagnosis", "weak", undefined],
    ["history of stroke", "diagnosis", "strong", undefined],
    ["depression", "diagnosis", "weak", "mental-health"],
    ["MS", "diagnosis", "weak", undefined],
    ["insurance", "coverage", "weak", undefined],
  ])("%s is a %s term, %s, %s", (text, termClass, strength, sensitive) => {
    expect(termTag(phrase(text))).toEqual({ termClass, strength, ...(sensitive ? { sensitive } : {}) });
  });

  test.each(["order", "meeting", "resistance of", "bid", "alt", "in moments of", "fall", "attending to"])("%s is none, or a term in capitals only", (text) => {
    const hash = phrase(text);
    expect(termTag(hash) === undefined || (wordFlags(hash) & FLAG.CAPS_ONLY) !== 0).toBe(true);
  });
});

describe("wordFlags", () => {
  test.each([
    ["Maribel", FLAG.GIVEN],
    ["Nguyen", FLAG.SURNAME],
    ["García", FLAG.SURNAME],
    ["Yazzie", FLAG.SURNAME],
    ["Will", FLAG.GIVEN | FLAG.COMMON],
    ["Brown", FLAG.SURNAME | FLAG.COMMON],
    ["Grace", FLAG.GIVEN | FLAG.SURNAME | FLAG.COMMON],
    ["Texas", FLAG.PLACE],
    ["running", FLAG.COMMON],
    ["AIDS", FLAG.TERM | FLAG.CAPS_ONLY],
    ["chest", FLAG.PHRASE_START],
  ])("%s", (word, flags) => expect(wordFlags(whole(word)) & flags).toBe(flags));

  test("an unknown word has none", () => expect(wordFlags(whole("zzyzxqua"))).toBe(0));

  test("phrases can be followed word by word", () => {
    expect(wordFlags(phrase("type 2")) & FLAG.PHRASE_START).toBe(FLAG.PHRASE_START);
    expect(wordFlags(phrase("type 2 diabetes")) & FLAG.TERM).toBe(FLAG.TERM);
  });
});

test.each([
  ["E11", true], ["e11", true], ["C7A", true], ["U07", true], ["Z3A", true],
  ["E12", false], ["U01", false], ["E1", false], ["E111", false], ["é11", false], ["11E", false],
])("isIcdCategory(%s) is %s", (code, expected) => expect(isIcdCategory(code)).toBe(expected));

describe("the packed lists", () => {
  const sources = Object.fromEntries(readdirSync(FOLDER).filter((name) => name.endsWith(".txt")).map((name) => [name, readFileSync(join(FOLDER, name), "utf8")]));

  test("are up to date and free of conflicts and collisions", () => {
    const { module, problems } = compile(sources);
    expect(problems).toEqual([]);
    expect(module === readFileSync(join(FOLDER, "packed.ts"), "utf8")).toBe(true);
  });

  test("stay small, and phrases short", () => {
    expect(PACKED.hashes.length + PACKED.flags.length + PACKED.terms.length).toBeLessThan(250_000);
    expect(MAX_PHRASE_WORDS).toBeLessThanOrEqual(5);
  });
});

describe("compile", () => {
  const HEAD = "# Source: a test\n# Compiled: 2026-11-24\n";
  const problemsOf = (...texts: string[]): readonly string[] =>
    compile(Object.fromEntries(texts.map((text, i) => [`list-${i}.txt`, text]))).problems;

  test.each([
    ["a list without its source", ["!list drug\naspirin"], "must begin with"],
    ["an unknown setting", [`${HEAD}!list drugs\n`], "unknown setting"],
    ["an unknown sensitive class", [`${HEAD}!sensitive money\n`], "unknown setting"],
    ["an entry before any list", [`${HEAD}aspirin`], "before any !list"],
    ["a character that no word has", [`${HEAD}!list drug\nas_pirin`], "holds a character"],
    ["a phrase that is too long", [`${HEAD}!list drug\na b c d e f`], "more than 5 words"],
    ["two tags for one term", [`${HEAD}!list drug\naspirin`, `${HEAD}!list lab\naspirin`], "tagged otherwise"],
    ["two strengths for one term", [`${HEAD}!list drug\nAspirin\n!weak\naspirin`], "tagged otherwise"],
  ])("reports %s", (_, texts, part) => expect(problemsOf(...texts).join("\n")).toContain(part));

  test("a written entry wins over an inflected one", () => {
    expect(problemsOf(`${HEAD}!list diagnosis\n!forms noun\nburn`, `${HEAD}!list symptom\n!weak\nburns`)).toEqual([]);
  });

  test("the same entry twice is no problem", () => {
    expect(problemsOf(`${HEAD}!list given\nAna`, `${HEAD}!list surname\nAna\n!list given\nAna`)).toEqual([]);
  });
});
