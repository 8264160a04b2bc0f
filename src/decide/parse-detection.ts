/** The `detection` part of a policy from JSON. What a pattern may hold and which rules there are, `detect` knows: it is handed in. */
import type { DetectionProblem, HipaaPart, KeywordMeaning, KnownPatients, PolicyAllowed, PolicyDetection, PolicyKeywords, PolicyPattern } from "../contract/index.ts";
import { RULE_ID, SENSITIVE, wordsOf } from "./parse-rule.ts";
import { fieldsOf, listOf, noteTwins, own, show, wordOf } from "./shape.ts";
import type { Fields, Notes } from "./shape.ts";

/** Says what is wrong with the patterns and rule ids of a detection part whose form is right. */
export type CheckDetection = (detection: PolicyDetection) => readonly DetectionProblem[];

const MOST = { lists: 50, words: 200, patterns: 20, cues: 50, cuedRules: 20, allowed: 100, hashes: 400 } as const;
const YEARS_ALLOWED = 2;

const MEANINGS = wordsOf<KeywordMeaning>({ identifier: true, health: true, sensitive: true });
const PARTS = wordsOf<HipaaPart>({
  A: true, B: true, C: true, D: true, E: true, F: true, G: true, H: true, I: true, J: true, K: true, L: true, M: true, N: true, O: true, P: true, Q: true, R: true,
});
const KEY = /^[\w-]{43}$/;
const HASH = /^[0-9a-f]{16}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function text(value: unknown, path: string, bounds: { readonly least: number; readonly most: number }, to: Notes): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string" && value.trim().length >= bounds.least && value.length <= bounds.most) return value;
  to.note(path, `must be a text of ${bounds.least} to ${bounds.most} characters; found ${show(value)}.`);
  return undefined;
}

function flag(value: unknown, path: string, to: Notes): boolean | undefined {
  if (value === undefined || typeof value === "boolean") return value;
  to.note(path, `must be true or false; found ${show(value)}.`);
  return undefined;
}

function id(fields: Fields, path: string, to: Notes): string | undefined {
  const value = own(fields, "id");
  if (typeof value === "string" && RULE_ID.test(value)) return value;
  if (value !== undefined) to.note(`${path}.id`, `${show(value)} is not an id; use lower-case letters, digits and hyphens, at most 48, starting with a letter.`);
  return undefined;
}

/** The engine finds words by their letters: what has none it would never see. */
function isPhrase(text: string): boolean {
  return /^\p{L}[\p{L}\p{N}']*(?:[ .-]{1,2}\p{L}[\p{L}\p{N}']*){0,7}\.?$/u.test(text);
}

/** Words or short phrases, at least one. */
function phrases(value: unknown, path: string, most: number, to: Notes): readonly string[] {
  if (Array.isArray(value) && value.length === 0) to.note(path, "is empty; name at least one word, or remove it.");
  const list = listOf(value, path, most, (one, at) => {
    if (typeof one === "string" && one.length >= 2 && one.length <= 60 && isPhrase(one)) return one;
    to.note(at, `${show(one)} is not a word or phrase; use 2 to 60 characters, words of letters and digits that begin with a letter, one space between them.`);
    return undefined;
  }, to);
  noteTwins(list, path, to);
  return list;
}

function titleOf(fields: Fields, path: string, to: Notes): { readonly title?: string } {
  const title = text(own(fields, "title"), `${path}.title`, { least: 1, most: 60 }, to);
  return title === undefined ? {} : { title };
}

function keywords(value: unknown, path: string, to: Notes): PolicyKeywords | undefined {
  const fields = fieldsOf(value, path, { required: ["id", "words", "meaning"], optional: ["title", "part", "sensitive", "caseSensitive"] }, to);
  if (fields === undefined) return undefined;
  const name = id(fields, path, to);
  const words = phrases(own(fields, "words"), `${path}.words`, MOST.words, to);
  const meaning = wordOf(own(fields, "meaning"), `${path}.meaning`, MEANINGS, to);
  const part = wordOf(own(fields, "part"), `${path}.part`, PARTS, to);
  const sensitive = wordOf(own(fields, "sensitive"), `${path}.sensitive`, SENSITIVE, to);
  const caseSensitive = flag(own(fields, "caseSensitive"), `${path}.caseSensitive`, to);
  if (meaning === "sensitive" && own(fields, "sensitive") === undefined) to.note(path, 'lacks "sensitive"; name the sensitive class that the words tell.');
  if (meaning !== undefined && meaning !== "sensitive" && sensitive !== undefined) to.note(`${path}.sensitive`, 'goes only with "meaning": "sensitive"; remove one.');
  if (meaning !== undefined && meaning !== "identifier" && part !== undefined) to.note(`${path}.part`, 'goes only with "meaning": "identifier"; remove one.');
  if (name === undefined) return undefined;
  return {
    id: name, ...titleOf(fields, path, to), words, meaning: meaning ?? "identifier", ...(part === undefined ? {} : { part }),
    ...(sensitive === undefined ? {} : { sensitive }), ...(caseSensitive === undefined ? {} : { caseSensitive }),
  };
}

function pattern(value: unknown, path: string, to: Notes): PolicyPattern | undefined {
  const fields = fieldsOf(value, path, { required: ["id", "pattern", "part"], optional: ["title", "cues", "requireCue"] }, to);
  if (fields === undefined) return undefined;
  const name = id(fields, path, to);
  const shape = text(own(fields, "pattern"), `${path}.pattern`, { least: 1, most: 100 }, to);
  const part = wordOf(own(fields, "part"), `${path}.part`, PARTS, to);
  const cues = own(fields, "cues") === undefined ? undefined : phrases(own(fields, "cues"), `${path}.cues`, MOST.cues, to);
  const requireCue = flag(own(fields, "requireCue"), `${path}.requireCue`, to);
  if (requireCue === true && cues === undefined) to.note(`${path}.requireCue`, 'asks for a cue, but there are none; add "cues".');
  if (name === undefined || shape === undefined) return undefined;
  return { id: name, ...titleOf(fields, path, to), pattern: shape, part: part ?? "R", ...(cues === undefined ? {} : { cues }), ...(requireCue === undefined ? {} : { requireCue }) };
}

function cueWords(value: unknown, path: string, to: Notes): Readonly<Record<string, readonly string[]>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    to.note(path, `must be an object of rule ids and their words; found ${show(value)}.`);
    return {};
  }
  const entries = Object.entries(value);
  if (entries.length > MOST.cuedRules) to.note(path, `names ${entries.length} rules; at most ${MOST.cuedRules} are allowed.`);
  const read: [string, readonly string[]][] = [];
  for (const [rule, words] of entries.slice(0, MOST.cuedRules)) {
    if (!RULE_ID.test(rule)) to.note(path, `${show(rule)} is not a rule id; docs/rules.md lists them.`);
    else if (!Array.isArray(words)) to.note(`${path}.${rule}`, `must be a list of words; found ${show(words)}.`);
    else read.push([rule, phrases(words, `${path}.${rule}`, MOST.cues, to)]);
  }
  return Object.fromEntries(read);
}

function day(value: unknown, path: string, latest: string, to: Notes): string | undefined {
  if (value === undefined) return undefined;
  const time = typeof value === "string" && DAY.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  // 30 February parses, as a day in March.
  if (time === undefined || Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== value) {
    to.note(path, `must be a day like "2026-12-31"; found ${show(value)}.`);
    return undefined;
  }
  if (value > latest) to.note(path, `is more than ${YEARS_ALLOWED} years after issuedAt; choose ${latest} at most, and look at the list again then.`);
  return value;
}

function allowed(value: unknown, path: string, latest: string, to: Notes): PolicyAllowed | undefined {
  const fields = fieldsOf(value, path, { required: ["value", "until"], optional: ["note"] }, to);
  if (fields === undefined) return undefined;
  const plain = text(own(fields, "value"), `${path}.value`, { least: 4, most: 100 }, to);
  const until = day(own(fields, "until"), `${path}.until`, latest, to);
  const note = text(own(fields, "note"), `${path}.note`, { least: 1, most: 200 }, to);
  if (plain !== undefined && plain.replace(/[^\p{L}\p{N}]/gu, "").length < 4) to.note(`${path}.value`, "has fewer than four letters and digits; so short a text would hide too much.");
  return plain === undefined || until === undefined ? undefined : { value: plain, until, ...(note === undefined ? {} : { note }) };
}

/** Entries are never quoted: whoever pastes names in place of hashes must not find them in a log. */
function knownPatients(value: unknown, path: string, to: Notes): KnownPatients | undefined {
  const fields = fieldsOf(value, path, { required: ["key", "hashes"] }, to);
  if (fields === undefined) return undefined;
  const key = own(fields, "key");
  const isKey = typeof key === "string" && KEY.test(key);
  if (key !== undefined && !isKey) to.note(`${path}.key`, "must be 32 bytes in base64url, 43 characters; let `policy hash-patients` make one.");
  const hashes = listOf(own(fields, "hashes"), `${path}.hashes`, MOST.hashes, (one, at) => {
    if (typeof one === "string" && HASH.test(one)) return one;
    to.note(at, "is not a hash of 16 hex digits; names and numbers must not stand here, hash them with `policy hash-patients`.");
    return undefined;
  }, to);
  noteTwins(hashes, `${path}.hashes`, to);
  return isKey ? { key, hashes } : undefined;
}

const KEYS = ["keywords", "patterns", "cueWords", "allow", "knownPatients"] as const satisfies readonly (keyof PolicyDetection)[];

/** `issuedAt` as the policy gives it; the latest day of an allowed value counts from it. */
export function parseDetection(value: unknown, issuedAt: string, to: Notes, check: CheckDetection | undefined): PolicyDetection | undefined {
  if (value === undefined) return undefined;
  const before = to.problems.length;
  const fields = fieldsOf(value, "detection", { required: [], optional: KEYS }, to);
  if (fields === undefined) return undefined;
  const latest = `${Number(issuedAt.slice(0, 4)) + YEARS_ALLOWED}${issuedAt.slice(4, 10)}`;
  const given = (key: (typeof KEYS)[number]): boolean => own(fields, key) !== undefined;
  const known = given("knownPatients") ? knownPatients(own(fields, "knownPatients"), "detection.knownPatients", to) : undefined;
  const detection: PolicyDetection = {
    ...(given("keywords") ? { keywords: listOf(own(fields, "keywords"), "detection.keywords", MOST.lists, (one, at) => keywords(one, at, to), to) } : {}),
    ...(given("patterns") ? { patterns: listOf(own(fields, "patterns"), "detection.patterns", MOST.patterns, (one, at) => pattern(one, at, to), to) } : {}),
    ...(given("cueWords") ? { cueWords: cueWords(own(fields, "cueWords"), "detection.cueWords", to) } : {}),
    ...(given("allow") ? { allow: listOf(own(fields, "allow"), "detection.allow", MOST.allowed, (one, at) => allowed(one, at, latest, to), to) } : {}),
    ...(known === undefined ? {} : { knownPatients: known }),
  };
  noteTwins([...(detection.keywords ?? []), ...(detection.patterns ?? [])].map((rule) => rule.id), "detection", to);
  // Positions in a list count only while nothing was left out of it.
  if (to.problems.length > before) return detection;
  if (check === undefined) to.note("detection", "cannot be checked by this program; remove it, or use a program that knows it.");
  else for (const { path, sentence } of check(detection)) to.note(`detection.${path}`, sentence);
  return detection;
}
