/** What holds whatever an organisation adds to detection, and whatever the mail. */
import fc from "fast-check";
import type { Finding } from "../../src/contract/index.ts";
import { assess } from "../../src/detect/index.ts";
import { draft } from "./draft.ts";
import { adding, detections, mails, own, TODAY } from "./org-arbitrary.ts";

test("never throws, keeps offsets in range and answers the same twice, however the policy was copied", () => {
  fc.assert(fc.property(detections, mails, (detection, content) => {
    const first = assess(draft(content), own(detection));
    for (const f of first.findings) {
      expect(f.start).toBeGreaterThanOrEqual(0);
      expect(f.end).toBeGreaterThan(f.start);
      expect(f.end).toBeLessThanOrEqual(content.length);
    }
    expect(Number.isInteger(first.score) && first.score >= 0 && first.score <= 100).toBe(true);
    expect(assess(draft(content), own(detection))).toEqual(first);
    expect(assess(draft(content), own(structuredClone(detection)))).toEqual(first);
  }), { numRuns: 200 });
});

test("what an organisation adds hides nothing: each place that was found still is, and PHI stays PHI", () => {
  fc.assert(fc.property(adding, mails, (detection, content) => {
    const before = assess(draft(content));
    const after = assess(draft(content), own(detection));
    const over = (f: Finding): readonly Finding[] => after.findings.filter((g) => g.start < f.end && f.start < g.end);
    for (const f of before.findings) expect(over(f)).not.toEqual([]);
    // A ward or a house of the organisation's own that has a name like a person's is none any more: its words say so.
    const renamed = before.findings.some((f) => f.part === "A" && over(f).some((g) => g.part === "health" && g.ruleId.startsWith("org-")));
    if (before.phi && !renamed) expect(after.phi).toBe(true);
  }), { numRuns: 300 });
});

const RANK = { low: 0, medium: 1, high: 2 } as const;

test("more cue words lower no confidence", () => {
  fc.assert(fc.property(adding, mails, ({ cueWords = {} }, content) => {
    const after = assess(draft(content), own({ cueWords })).findings;
    for (const f of assess(draft(content)).findings) {
      const same = after.find((g) => g.ruleId === f.ruleId && g.start === f.start && g.end === f.end);
      if (same !== undefined) expect(RANK[same.confidence]).toBeGreaterThanOrEqual(RANK[f.confidence]);
    }
  }), { numRuns: 200 });
});

test("an allowed value is no finding up to its last day, and one like any other after it", () => {
  fc.assert(fc.property(adding, mails, fc.constantFrom("(212) 555-0142", "Maria Lopez", "00482913"), fc.boolean(), (detection, content, value, past) => {
    const text = `${content}\n${value}\n`;
    const found = (allow: { value: string; until: string }[]) => assess(draft(text), own({ ...detection, allow })).findings.filter((f) => text.slice(f.start, f.end) === value).length;
    expect(found([{ value, until: past ? "2026-05-31" : TODAY }])).toBe(past ? found([]) : 0);
  }), { numRuns: 150 });
});

test("benign text far away changes no confidence of the organisation's own findings", () => {
  const far = "\n\nThe picnic is on the lawn, and everyone brings a dish to share with the others.\n".repeat(20);
  // A mail of one word may be a name alone, which one that goes on is not.
  fc.assert(fc.property(adding, mails.map((mail) => `Seen on the ward today. ${mail}`), (detection, content) => {
    const of = (text: string) => assess(draft(text), own(detection)).findings.filter((f) => f.ruleId.startsWith("org-") && f.end <= content.length).map((f) => `${f.ruleId}:${f.start}:${f.confidence}`);
    expect(of(content + far)).toEqual(of(content));
  }), { numRuns: 80 });
});

test("a ward that the organisation names is no patient's name, however short the note", () => {
  const text = "Seen on the ward today. K-0048291 Ward Nightingale takes metformin MRN 00482913";
  const detection = { keywords: [{ id: "wards", meaning: "health" as const, words: ["Ward Nightingale"] }] };
  const found = assess(draft(text), own(detection)).findings.filter((f) => text.slice(f.start, f.end).includes("Nightingale"));
  expect(found.map(({ ruleId }) => ruleId)).toEqual(["org-wards"]);
});

test("a number of the organisation's own shape stays its own, and has the care of the note", () => {
  const text = "Seen on the ward today. K-0048291 K004829 takes metformin";
  const detection = { patterns: [{ id: "chart", pattern: "K\\d{6}", part: "G" as const, requireCue: false }] };
  const assessment = assess(draft(text), own(detection));
  expect(assessment.findings.filter((f) => text.slice(f.start, f.end) === "K004829").map(({ ruleId }) => ruleId)).toEqual(["org-chart"]);
  expect(assessment.phi).toBe(assess(draft(text)).phi);
});

test("evidence of the organisation's own findings never holds the matched value", () => {
  fc.assert(fc.property(detections, mails, (detection, content) => {
    for (const f of assess(draft(content), own(detection)).findings) {
      const digits = content.slice(f.start, f.end).replace(/\D/g, "");
      if (f.part !== "health" && digits.length >= 5) expect(JSON.stringify(f.evidence)).not.toContain(digits);
    }
  }), { numRuns: 100 });
});
