/** Detection parts of a policy as an organisation may write them, and mail that holds what they look for. */
import fc from "fast-check";
import type { PolicyDetection, PolicyKeywords, PolicyPattern, SensitiveClass } from "../../src/contract/index.ts";
import { keyedHash } from "../../src/client/index.ts";
import { detectionProblems, knownPatientKey } from "../../src/detect/index.ts";

const KEY = Buffer.alloc(32, 7).toString("base64url");
export const TODAY = "2026-06-01";

const PHRASES = ["Project Lazarus", "Haven House", "Ward Nightingale", "HOPE", "Ward Niño", "lunch", "PATNR", "O'Neil Wing", "a1", "Dr. Bell"];
const PATTERNS = ["[KX]\\d{6}", "K[- ]?\\d{6,8}", "\\d{4,6}", "[A-Z]{2}-\\d{3}", "P\\d+", "\\d{2}[A-Z]\\d{3,5}"];
const CUED = ["mrn", "us-phone", "us-ssn", "account-number", "other-id"];
const PEOPLE = ["Maria Lopez", "Rosa Delgado", "00482913", "K004829", "Łukasz Żak"];
const SENSITIVE: readonly SensitiveClass[] = ["substance-use", "mental-health", "hiv-sti", "reproductive", "genetic", "minor"];
const PARTS = ["A", "G", "H", "I", "R"] as const;

const words = fc.uniqueArray(fc.constantFrom(...PHRASES), { minLength: 1, maxLength: 3 });

const keywords = (index: number): fc.Arbitrary<PolicyKeywords> => fc.oneof(
  fc.record({ words, part: fc.constantFrom(...PARTS), caseSensitive: fc.boolean() }).map((rest) => ({ id: `words-${index}`, meaning: "identifier" as const, ...rest })),
  words.map((list) => ({ id: `words-${index}`, meaning: "health" as const, words: list })),
  fc.record({ words, sensitive: fc.constantFrom(...SENSITIVE) }).map((rest) => ({ id: `words-${index}`, meaning: "sensitive" as const, ...rest })),
);
const pattern = (index: number): fc.Arbitrary<PolicyPattern> => fc.record({ pattern: fc.constantFrom(...PATTERNS), part: fc.constantFrom("G", "H", "I", "R"), cues: words, requireCue: fc.boolean() })
  .map((rest) => ({ id: `shape-${index}`, ...rest }));
const listOf = <T>(make: (index: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.nat({ max: 2 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => make(index))));
const allow = fc.array(fc.record({ value: fc.constantFrom("(212) 555-0142", "Maria Lopez", "K004829", "Haven House", "00482913"), until: fc.constantFrom("2026-05-31", TODAY, "2027-01-01") }), { maxLength: 2 });
const known = fc.uniqueArray(fc.constantFrom(...PEOPLE), { maxLength: 3 }).map((people) => ({ key: KEY, hashes: people.map((one) => keyedHash(KEY, knownPatientKey(one) ?? "")) }));
const cueWords = fc.uniqueArray(fc.constantFrom(...CUED), { maxLength: 2 }).chain((ids) => fc.record(Object.fromEntries(ids.map((id) => [id, words]))));

/** What only adds: no allowed values. */
export const adding: fc.Arbitrary<PolicyDetection> = fc.record({ keywords: listOf(keywords), patterns: listOf(pattern), cueWords, knownPatients: known }, { requiredKeys: [] })
  .filter((detection) => detectionProblems(detection).length === 0);
export const detections: fc.Arbitrary<PolicyDetection> = fc.tuple(adding, fc.option(allow, { nil: undefined })).map(([detection, values]) => ({ ...detection, ...(values === undefined ? {} : { allow: values }) }));

const SAID = [
  ...PHRASES, ...PEOPLE, "K-0048291", "X123456", "AB-123", "12C4567", "P1", "chart PATNR. 0048291", "MRN 00482913", "SSN 536-22-8145", "(212) 555-0142", "Patient:", "has asthma", "has", "type 2 diabetes", "takes metformin", "Thanks,\nAnn Reed, MD",
  "hotline 212 555 0199", "call 212 555 0188", "call her at 212 555 0177", "on 03/14/2026", "\n", "\n\n", ". ", ", ", "\t", "é", "\u{1f600}", "\ud800",
];
export const mails = fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...SAID) }, { weight: 1, arbitrary: fc.string({ maxLength: 10 }) }), { maxLength: 25 }).map((pieces) => pieces.join(" "));

export const own = (detection: PolicyDetection) => ({ detection, today: TODAY, hash: keyedHash });
