/** What docs/policy.md tells a compliance officer must be what the program takes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePolicy } from "../../src/decide/index.ts";
import { detectionProblems } from "../../src/detect/index.ts";
import { linearPattern } from "../../src/detect/linear-pattern.ts";

const TEXT = readFileSync(join(__dirname, "..", "..", "docs", "policy.md"), "utf8");
const EXAMPLE = JSON.parse(/```json\n([\s\S]*?)```/.exec(TEXT)?.[1] ?? "null") as unknown;

test("the example is a policy", () => {
  expect(parsePolicy(EXAMPLE, detectionProblems)).toMatchObject({ ok: true, value: { version: 7 } });
});

test("every field and condition has its place", () => {
  const result = parsePolicy({ unknown: 1, rules: [{ id: "x", when: { unknown: 1 }, then: "block" }], detection: { unknown: 1, keywords: [{ unknown: 1 }], patterns: [{ unknown: 1 }], allow: [{ unknown: 1 }], knownPatients: { unknown: 1 } } });
  const lists = (result.ok ? [] : result.problems).flatMap((problem) => /unknown key .*use one of (.*)\.$/.exec(problem)?.[1]?.split(", ") ?? []);
  expect(lists).toEqual(expect.arrayContaining(["onFault", "unreadAttachment", "cueWords", "caseSensitive", "requireCue", "until", "hashes"]));
  expect(lists.filter((name) => !TEXT.includes(`\`${name}\``) && !TEXT.includes(`"${name}"`))).toEqual([]);
});

test.each(["K\\d{6}|PAT-\\d{4}", "K[- ]?\\d{6,8}", "[A-HJ-Z\\d]\\d{3}", "\\d{7}"])("%s is taken as the document says", (pattern) => {
  expect(linearPattern(pattern).ok).toBe(true);
});
