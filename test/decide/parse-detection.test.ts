import { LARGEST_KEPT_POLICY } from "../../src/contract/index.ts";
import { DEFAULT_POLICY, parsePolicy } from "../../src/decide/index.ts";
import { detectionProblems } from "../../src/detect/index.ts";

const KEY = Buffer.alloc(32, 7).toString("base64url");
const hashes = (count: number): readonly string[] => Array.from({ length: count }, (_, k) => k.toString(16).padStart(16, "0"));
const parse = (detection: unknown) => parsePolicy({ ...DEFAULT_POLICY, detection }, detectionProblems);

function problems(detection: unknown): readonly string[] {
  const result = parse(detection);
  return result.ok ? [] : result.problems;
}

const FULL = {
  keywords: [
    { id: "studies", title: "Our studies", words: ["Project Lazarus", "St. Anne's trial"], meaning: "identifier", part: "R", caseSensitive: true },
    { id: "recovery", words: ["Haven House"], meaning: "sensitive", sensitive: "substance-use" }, { id: "wards", words: ["Ward Niño"], meaning: "health" },
  ],
  patterns: [{ id: "clinic-mrn", title: "Clinic number", pattern: "K[- ]?\\d{6,8}", part: "H", cues: ["pat nr", "chart"], requireCue: false }],
  cueWords: { mrn: ["patnr"], "us-phone": ["hotline"] },
  allow: [{ value: "(212) 555-0100", until: "2027-12-31", note: "front desk" }],
  knownPatients: { key: KEY, hashes: hashes(2) },
};
const [studies, recovery, wards] = FULL.keywords;
const [mrn] = FULL.patterns;
const [desk] = FULL.allow;

test.each([["everything", FULL], ["nothing", {}], ["empty lists", { keywords: [], patterns: [], cueWords: {}, allow: [] }]])("%s comes back as it was written", (_what, detection) => {
  const result = parse(detection);
  expect(result).toEqual({ ok: true, value: { ...DEFAULT_POLICY, detection } });
  expect(result.ok && parsePolicy(JSON.parse(JSON.stringify(result.value)), detectionProblems)).toEqual(result);
});

test("a policy without the part has none", () => {
  expect(parsePolicy(DEFAULT_POLICY, detectionProblems)).toEqual({ ok: true, value: DEFAULT_POLICY });
});

test("a program that cannot check the part refuses it", () => {
  expect(parsePolicy({ ...DEFAULT_POLICY, detection: FULL })).toEqual({ ok: false, problems: [expect.stringMatching(/^detection: cannot be checked by this program/)] });
});

const bad: readonly (readonly [what: string, detection: unknown, sentence: RegExp])[] = [
  ["a list", [], /^detection: must be an object/],
  ["an unknown key", { rules: [] }, /^detection: has an unknown key "rules"/],
  ["keywords as object", { keywords: {} }, /^detection\.keywords: must be a list/],
  ["a bad id", { keywords: [{ ...studies, id: "Our Studies" }] }, /^detection\.keywords\[0\]\.id: "Our Studies" is not an id/],
  ["no words", { keywords: [{ ...studies, words: [] }] }, /^detection\.keywords\[0\]\.words: is empty/],
  ["a number as word", { keywords: [{ ...studies, words: ["ok", "123"] }] }, /^detection\.keywords\[0\]\.words\[1\]: "123" is not a word or phrase/],
  ["a regex as word", { keywords: [{ ...studies, words: ["(a+)+"] }] }, /is not a word or phrase/],
  ["a word twice", { keywords: [{ ...studies, words: ["ok", "ok"] }] }, /^detection\.keywords\[0\]\.words: holds "ok" twice/],
  ["an unknown meaning", { keywords: [{ ...wards, meaning: "vip" }] }, /^detection\.keywords\[0\]\.meaning: must be one of identifier, health, sensitive/],
  ["sensitive without a class", { keywords: [{ id: "x", words: ["ok"], meaning: "sensitive" }] }, /^detection\.keywords\[0\]: lacks "sensitive"; name the sensitive class/],
  ["an unknown class", { keywords: [{ ...recovery, sensitive: "dental" }] }, /^detection\.keywords\[0\]\.sensitive: must be one of substance-use/],
  ["a class without the meaning", { keywords: [{ ...wards, sensitive: "genetic" }] }, /^detection\.keywords\[0\]\.sensitive: goes only with/],
  ["a part of a health word", { keywords: [{ ...wards, part: "A" }] }, /^detection\.keywords\[0\]\.part: goes only with/],
  ["an unknown part", { patterns: [{ ...mrn, part: "S" }] }, /^detection\.patterns\[0\]\.part: must be one of A, B/],
  ["no pattern", { patterns: [{ id: "x", part: "H" }] }, /^detection\.patterns\[0\]: lacks "pattern"/],
  ["a pattern that backtracks", { patterns: [mrn, { ...mrn, id: "y", pattern: "(a+)+$" }] }, /^detection\.patterns\[1\]\.pattern: is refused at character 1: groups, .*\.$/],
  ["a cue asked for, none given", { patterns: [{ id: "x", pattern: "\\d{6}", part: "H", requireCue: true }] }, /^detection\.patterns\[0\]\.requireCue: asks for a cue/],
  ["an id twice", { patterns: [{ ...mrn, id: "studies" }], keywords: [studies] }, /^detection: holds "studies" twice/],
  ["cue words as list", { cueWords: ["mrn"] }, /^detection\.cueWords: must be an object/],
  ["cue words of no rule", { cueWords: { "no-such-rule": ["patnr"] } }, /^detection\.cueWords\.no-such-rule: names a rule that there is not/],
  ["cue words of a rule that takes none", { cueWords: { "name-pair": ["patnr"] } }, /^detection\.cueWords\.name-pair: names a rule that takes no cue words/],
  ["cue words as text", { cueWords: { mrn: "patnr" } }, /^detection\.cueWords\.mrn: must be a list of words/],
  ["a prototype key", JSON.parse("{\"cueWords\":{\"__proto__\":[\"patnr\"]}}"), /^detection\.cueWords: "__proto__" is not a rule id/],
  ["an allowed value without an end", { allow: [{ value: "212 555 0100" }] }, /^detection\.allow\[0\]: lacks "until"/],
  ["a day that does not exist", { allow: [{ ...desk, until: "2027-02-30" }] }, /^detection\.allow\[0\]\.until: must be a day like/],
  ["a time for a day", { allow: [{ ...desk, until: "2027-02-01T00:00:00Z" }] }, /^detection\.allow\[0\]\.until: must be a day like/],
  ["an end that never comes", { allow: [{ ...desk, until: "9999-12-31" }] }, /^detection\.allow\[0\]\.until: is more than 2 years after issuedAt; choose 2028-01-01 at most/],
  ["an allowed value of three digits", { allow: [{ ...desk, value: "(2-1-2)" }] }, /^detection\.allow\[0\]\.value: has fewer than four letters and digits/],
  ["a short key", { knownPatients: { key: "AAAA", hashes: [] } }, /^detection\.knownPatients\.key: must be 32 bytes/],
  ["a hash twice", { knownPatients: { key: KEY, hashes: [hashes(1)[0], hashes(1)[0]] } }, /^detection\.knownPatients\.hashes: holds "0{16}" twice/],
  ["too many hashes", { knownPatients: { key: KEY, hashes: hashes(401) } }, /^detection\.knownPatients\.hashes: has 401 entries; at most 400/],
];

test.each(bad)("%s gives one sentence", (_what, detection, sentence) => {
  const found = problems(detection);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(sentence);
});

test("all problems come at once", () => {
  expect(problems({ keywords: [{ ...studies, id: "A", part: "Z" }], allow: [{ value: "x", until: "soon" }], knownPatients: {} })).toHaveLength(6);
});

test("a name in the list of hashes is refused without being told", () => {
  const found = problems({ knownPatients: { key: KEY, hashes: ["Maria Lopez", "00482913"] } });
  expect(found).toHaveLength(2);
  expect(found.join()).toMatch(/names and numbers must not stand here/);
  expect(found.join()).not.toMatch(/Maria|00482913/);
});

test("400 hashes fit into what a client keeps; a policy that does not fit is refused", () => {
  expect(problems({ knownPatients: { key: KEY, hashes: hashes(400) } })).toEqual([]);
  const keywords = Array.from({ length: 10 }, (_, k) => ({ ...wards, id: `list-${k}`, words: Array.from({ length: 50 }, (_one, n) => `word${k}x${n}`) }));
  expect(problems({ knownPatients: { key: KEY, hashes: hashes(400) }, keywords })).toEqual([
    expect.stringMatching(new RegExp(`^detection: makes the signed policy \\d+ characters long; a client keeps at most ${LARGEST_KEPT_POLICY} `)),
  ]);
});

test.each([[{ toString: 1 }], [{ valueOf: "" }], [[{}]]])("a heading of %j is a problem, not a fault", (value) => {
  expect(parsePolicy({ ...DEFAULT_POLICY, name: value, version: value, issuedAt: value, detection: { allow: [desk] } }, detectionProblems).ok).toBe(false);
});
