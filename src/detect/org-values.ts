/** Values that the organisation knows: those that are never a finding, and its patients by keyed hash. */
import type { KeyedHash, KnownPatients, PolicyAllowed } from "../contract/index.ts";
import type { Candidate } from "./engine.ts";
import type { Scan } from "./scan.ts";

/** For one text: true where a candidate is one of the values that are never a finding, or part of one. */
export type AllowedIn = (scan: Scan) => (candidate: Candidate) => boolean;
/** The candidate, surer and on the patient's side where it is a known patient's name or number. */
export type Recognise = (candidate: Candidate, scan: Scan) => Candidate;

/** How the evidence of a known patient names the list. */
export const KNOWN_LIST = "known patients";

function isInWord(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** `today` as `YYYY-MM-DD`: a value counts up to its last day. */
export function allowedValues(allow: readonly PolicyAllowed[], today: string): AllowedIn | undefined {
  const values = allow.filter(({ until }) => today <= until).map(({ value }) => value.trim().toLowerCase());
  if (values.length === 0) return undefined;
  const whole = new Set(values.map(bare));
  return ({ text }) => {
    const isInside = placesOf(values, text);
    return ({ start, end }) => isInside(start, end) || whole.has(bare(text.slice(start, end)));
  };
}

/** Says whether `[start, end)` lies within one place of a value. Each value is searched once, however many candidates ask. */
function placesOf(values: readonly string[], text: string): (start: number, end: number) => boolean {
  const lower = text.toLowerCase();
  // Some capitals take two characters in lower case; offsets must not move.
  const searched = lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
  const places: { readonly start: number; end: number }[] = [];
  for (const value of values) {
    for (let at = searched.indexOf(value); at >= 0; at = searched.indexOf(value, at + value.length)) {
      const end = at + value.length;
      if (!isInWord(text.charAt(at - 1)) && !isInWord(text.charAt(end))) places.push({ start: at, end });
    }
  }
  places.sort((a, b) => a.start - b.start);
  // The farthest end of all that begin no later: one look tells whether any of them reaches.
  places.forEach((place, k) => { place.end = Math.max(place.end, places[k - 1]?.end ?? 0); });
  return (start, end) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return (places[low - 1]?.end ?? 0) >= end;
  };
}

const NOT_NAMES = new Set(["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sr", "sra", "jr", "ii", "iii", "iv", "md", "rn", "do", "np", "pa"]);
const LEAST_ID = 4;
const MOST_WORDS = 6;

function wordsOf(name: string): readonly string[] {
  const plain = name.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/['\u2019]s\b/g, "").replace(/['\u2019]/g, "");
  const words = (plain.match(/\p{L}+/gu) ?? []).filter((word) => word.length > 1 && !NOT_NAMES.has(word));
  return [...new Set(words)].slice(0, MOST_WORDS);
}

function nameKey(words: readonly string[]): string {
  return `name:${[...words].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join(" ")}`;
}

/**
 * What is hashed of a known patient. Of a number: letters and digits in capitals, without leading zeros. Of a name: its words in
 * alphabetical order, without accents, case, titles and initials. Undefined where so little is left that many would share it.
 */
export function knownPatientKey(nameOrNumber: string): string | undefined {
  if (/\d/.test(nameOrNumber)) {
    const id = nameOrNumber.toUpperCase().replace(/[^A-Z\d]/g, "").replace(/^0+/, "");
    return id.length < LEAST_ID ? undefined : `id:${id}`;
  }
  const words = wordsOf(nameOrNumber);
  return words.length < 2 ? undefined : nameKey(words);
}

/** "Ana Maria Lopez" in the mail is "Ana Lopez" on the list: the whole name, then every two of its words. */
function keysOf(value: string, isName: boolean): readonly string[] {
  const whole = knownPatientKey(value);
  if (whole === undefined || !isName) return whole === undefined ? [] : [whole];
  const words = wordsOf(value);
  const pairs = words.length < 3 ? [] : words.flatMap((one, k) => words.slice(k + 1).map((other) => nameKey([one, other])));
  return [whole, ...pairs];
}

/** Parts whose values belong to one person: names and numbers. */
const PARTS = new Set<string>(["A", "G", "H", "I", "J", "R"]);
/** Hashes a draft: classic Outlook's engine takes its time, and a roster of thousands needs no list to be seen. */
const MOST_HASHED = 400;
const KNOWN_POINTS = 12;
const KNOWN_WEIGHT = 90;

/** For one draft: remembers what it hashed. */
export function knownPatients({ key, hashes }: KnownPatients, hash: KeyedHash): Recognise | undefined {
  if (hashes.length === 0) return undefined;
  const list = new Set(hashes);
  const seen = new Map<string, boolean>();
  const isListed = (text: string): boolean => {
    const known = seen.get(text);
    if (known !== undefined || seen.size >= MOST_HASHED) return known === true;
    const listed = list.has(hash(key, text));
    seen.set(text, listed);
    return listed;
  };
  return (candidate, { text }) => {
    const { part } = candidate.rule;
    // A physician may be a patient of the same name.
    if (candidate.test || candidate.role === "provider" || !PARTS.has(part) || !keysOf(text.slice(candidate.start, candidate.end), part === "A").some(isListed)) return candidate;
    return {
      ...candidate, role: "patient", weight: Math.max(candidate.weight, KNOWN_WEIGHT), points: candidate.points + KNOWN_POINTS,
      evidence: [...candidate.evidence, { kind: "list", list: KNOWN_LIST }],
    };
  };
}
