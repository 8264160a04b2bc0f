/** Reads the source lists. `scripts/pack-lexicon.ts` tells their syntax. */
import { FLAG } from "../../src/detect/lexicon/tags.ts";
import type { Strength, TermClass } from "../../src/detect/lexicon/tags.ts";
import { FORMS, inflect } from "./forms.ts";
import type { Forms } from "./forms.ts";

const WORD_FLAGS = { given: FLAG.GIVEN, surname: FLAG.SURNAME, common: FLAG.COMMON, place: FLAG.PLACE } as const;
const TERM_CLASSES: readonly TermClass[] = [
  "diagnosis", "symptom", "drug", "lab", "procedure", "care", "coverage", "specialty", "anatomy",
];
const SENSITIVE = ["substance-use", "mental-health", "hiv-sti", "reproductive", "genetic", "minor"];

/** One word or phrase with what one place of one file says of it. */
export interface Entry {
  readonly text: string;
  /** file:line */
  readonly at: string;
  /** An inflected or unhyphenated form; an entry that is written out wins over it. */
  readonly derived: boolean;
  /** Flags of a plain word list, or the tag of a term list. */
  readonly flags: number;
  readonly termClass?: TermClass;
  readonly strength?: Strength;
  readonly sensitive?: string;
}

export interface Source {
  readonly entries: readonly Entry[];
  readonly icd: readonly string[];
  readonly problems: readonly string[];
}

interface Settings {
  list: string;
  strength: Strength;
  sensitive: string;
  caps: boolean;
  forms: Forms;
}

/** Reads one source file. Never throws: what is wrong stands in `problems`. */
export function readSource(name: string, text: string): Source {
  const entries: Entry[] = [];
  const icd: string[] = [];
  const problems: string[] = [];
  for (const needed of ["# Source:", "# Compiled:"]) {
    if (!text.includes(needed)) problems.push(`${name}: a comment must begin with "${needed}"`);
  }
  const settings: Settings = { list: "", strength: "strong", sensitive: "", caps: false, forms: "none" };
  text.split("\n").forEach((line, index) => {
    const at = `${name}:${index + 1}`;
    if (line.startsWith("#")) return;
    if (line.startsWith("!")) {
      if (!applySetting(settings, line)) problems.push(`${at}: unknown setting "${line}"`);
      return;
    }
    for (const item of line.split(",").map((part) => part.trim()).filter(Boolean).flatMap(alternatives)) {
      if (settings.list === "icd10cm") icd.push(...expandRange(item));
      else if (!settings.list) problems.push(`${at}: "${item}" stands before any !list`);
      else if (!/^[\p{L}\d](?:[\p{L}\d' -]*[\p{L}\d])?$/u.test(item)) problems.push(`${at}: "${item}" holds a character that no word has`);
      else entries.push(...expandEntry(item, at, settings));
    }
  });
  return { entries, icd, problems };
}

function applySetting(settings: Settings, line: string): boolean {
  const [key, value = ""] = line.slice(1).trim().split(/\s+/);
  if (key === "strong" || key === "weak") settings.strength = key;
  else if (key === "list" && (value in WORD_FLAGS || value === "icd10cm" || TERM_CLASSES.some((c) => c === value))) settings.list = value;
  else if (key === "sensitive" && (value === "none" || SENSITIVE.includes(value))) settings.sensitive = value === "none" ? "" : value;
  else if (key === "caps" && (value === "on" || value === "off")) settings.caps = value === "on";
  else if (key === "forms" && isForms(value)) settings.forms = value;
  else return false;
  return true;
}

function isForms(value: string): value is Forms {
  return FORMS.some((name) => name === value);
}

/** "knee|hip pain|surgery" -> its four phrases. */
function alternatives(item: string): string[] {
  return item.split(" ").map((word) => word.split("|")).reduce<string[]>(
    (heads, words) => heads.flatMap((head) => words.map((word) => `${head} ${word}`.trim())),
    [""],
  );
}

/** "A00-A09" -> its ten categories; a single category stays. */
function expandRange(item: string): string[] {
  const [first = "", last = first] = item.split("-");
  const out: string[] = [];
  for (let n = Number(first.charAt(2)); n <= Number(last.charAt(2)); n++) out.push(first.slice(0, 2) + n);
  return out.length ? out : [first];
}

function expandEntry(item: string, at: string, settings: Settings): Entry[] {
  const plain = WORD_FLAGS[settings.list as keyof typeof WORD_FLAGS] as number | undefined;
  const tag = plain === undefined
    ? {
        flags: settings.caps ? FLAG.CAPS_ONLY : 0,
        termClass: settings.list as TermClass,
        strength: settings.strength,
        ...(settings.sensitive ? { sensitive: settings.sensitive } : {}),
      }
    : { flags: plain };
  const written = inflect(item.toLowerCase(), settings.forms);
  const spaced = written.filter((form) => form.includes("-") && plain === undefined).map((form) => form.replace(/-/g, " "));
  return [...written, ...spaced].map((text, index) => ({ text, at, derived: index > 0, ...tag }));
}
