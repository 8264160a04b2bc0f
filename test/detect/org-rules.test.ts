import { createHmac } from "node:crypto";
import type { Assessment, PolicyDetection } from "../../src/contract/index.ts";
import { assess, detectionProblems, KNOWN_LIST, knownPatientKey, orgRules } from "../../src/detect/index.ts";
import { draft, findingOf, valuesOf } from "./draft.ts";

const KEY = Buffer.alloc(32, 7).toString("base64url");
const hash = (key: string, text: string): string => createHmac("sha256", Buffer.from(key, "base64url")).update(text).digest("hex").slice(0, 16);

function assessWith(detection: PolicyDetection, content: string, rest: Parameters<typeof draft>[1] & { readonly today?: string } = {}): Assessment {
  const { today = "2026-06-01", ...fields } = rest;
  return assess(draft(content, fields), { detection, today, hash });
}

const MAILS = [
  "Patient: Maria Lopez, MRN 00482913, has type 2 diabetes (E11.9). Call (212) 555-0142.", "Shall we have lunch at noon?", "name,dob,mrn\nMaria Lopez,03/14/1961,00482913\n",
  "Tammy's biopsy came back. Invoice 004829131, PO 12345678.", "Dear Dr. Ruiz,\n\nThanks,\nAnn Reed, MD\n(212) 555-0100",
];

test("a policy that adds nothing changes nothing", () => {
  for (const mail of MAILS) {
    for (const empty of [{}, { keywords: [], patterns: [], cueWords: {}, allow: [], knownPatients: { key: KEY, hashes: [] } }]) expect(assessWith(empty, mail)).toEqual(assess(draft(mail)));
  }
});

describe("id patterns", () => {
  const mrn = { id: "clinic-mrn", title: "Clinic number", pattern: "[KX]\\d{6}", part: "H" } as const;

  test("are found with their part, with and without a cue", () => {
    const text = "K004829 has type 2 diabetes.";
    const found = assessWith({ patterns: [mrn] }, text);
    expect(valuesOf(found, text, "org-clinic-mrn")).toEqual(["K004829"]);
    expect(findingOf(found, "org-clinic-mrn")).toMatchObject({ part: "H", role: "patient", phi: true, confidence: "high" });
    expect(found.phi).toBe(true);
    expect(findingOf(assessWith({ patterns: [{ ...mrn, cues: ["pat nr"] }] }, "Pat. nr: K004829"), "org-clinic-mrn")?.evidence).toContainEqual({ kind: "cue", cue: "pat nr", distance: 2 });
  });

  test("keep what the built-in rule knows of the same number: PHI stays PHI", () => {
    const cases = { id: "case", title: "Case number", pattern: "\\d{2}[A-Z]\\d{3,5}", part: "R", cues: ["project lazarus"] } as const;
    expect(assessWith({ patterns: [cases] }, "Patient: 12C4567 Project Lazarus").phi).toBe(true);
  });

  test("alone are no PHI: a number without care", () => {
    expect(assessWith({ patterns: [mrn] }, "Please ship K004829 by Friday.")).toMatchObject({ phi: false, findings: [{ ruleId: "org-clinic-mrn", phi: false }] });
  });

  test("that need a cue are nothing without it", () => {
    const strict = { patterns: [{ ...mrn, cues: ["chart"], requireCue: true }] };
    expect(findingOf(assessWith(strict, "Order K004829 has type 2 diabetes."), "org-clinic-mrn")).toBeUndefined();
    expect(findingOf(assessWith(strict, "Chart K004829 has type 2 diabetes."), "org-clinic-mrn")).toBeDefined();
  });

  test.each(["xK004829", "K0048291", "K004829é", "https://example.org/K004829", "K004829-11"])("are not found inside %s", (text) => {
    expect(findingOf(assessWith({ patterns: [mrn] }, text), "org-clinic-mrn")).toBeUndefined();
  });

  test("count apart in a roster", () => {
    expect(assessWith({ patterns: [mrn] }, "K004829 diabetes\nK004830 asthma\nX004831 HIV").patients).toBe(3);
  });

  test("that the subset refuses never run, whatever way the policy came", () => {
    const hostile = { patterns: [{ ...mrn, pattern: "(a+)+$" }] };
    expect(detectionProblems(hostile)).toEqual([{ path: "patterns[0].pattern", sentence: expect.stringMatching(/^is refused at character 1: groups/) }]);
    expect(assessWith(hostile, `${"a".repeat(50_000)}!`).findings).toEqual([]);
  });
});

describe("keywords", () => {
  test("identify, speak of care, or tell a sensitive class", () => {
    const detection: PolicyDetection = {
      keywords: [
        { id: "vip", words: ["Project Lazarus"], meaning: "identifier", part: "A" }, { id: "ward", words: ["Ward Nightingale"], meaning: "health" },
        { id: "recovery", words: ["Haven House"], meaning: "sensitive", sensitive: "substance-use" },
      ],
    };
    const text = "project  lazarus moved from Ward Nightingale to HAVEN HOUSE.";
    const found = assessWith(detection, text);
    expect(found).toMatchObject({ phi: true, sensitive: ["substance-use"] });
    expect(findingOf(found, "org-vip")).toMatchObject({ part: "A", phi: true });
    expect(findingOf(found, "org-ward")).toMatchObject({ part: "health" });
    expect(valuesOf(found, text, "org-recovery")).toEqual(["HAVEN HOUSE"]);
    expect(assessWith(detection, "Project Lazarus kicks off on Monday.").phi).toBe(false);
  });

  test("heed case when asked, and are whole words", () => {
    const detection: PolicyDetection = { keywords: [{ id: "trial", words: ["HOPE"], meaning: "health", caseSensitive: true }] };
    expect(findingOf(assessWith(detection, "We hope so."), "org-trial")).toBeUndefined();
    expect(findingOf(assessWith(detection, "HOPEFUL"), "org-trial")).toBeUndefined();
    expect(findingOf(assessWith(detection, "Enrolled in HOPE."), "org-trial")).toBeDefined();
  });

  test("shared by two lists are found by each meaning", () => {
    const detection: PolicyDetection = { keywords: [{ id: "one", words: ["Haven"], meaning: "identifier" }, { id: "two", words: ["haven"], meaning: "health" }] };
    expect(assessWith(detection, "At Haven.").findings.map(({ ruleId }) => ruleId)).toEqual(["org-one", "org-two"]);
  });
});

describe("cue words", () => {
  test("lead to a number that the pack has no cue for", () => {
    const text = "PATNR. 0048291 was seen for asthma.";
    expect(valuesOf(assessWith({}, text), text, "mrn")).toEqual([]);
    const found = assessWith({ cueWords: { mrn: ["patnr", "chart ref."] } }, text);
    expect(valuesOf(found, text, "mrn")).toEqual(["0048291"]);
    expect(found.phi).toBe(true);
  });

  test("raise what a rule with cues finds", () => {
    const text = "Hotline 212 555 0142";
    const points = (detection: PolicyDetection) => findingOf(assessWith(detection, text), "us-phone")?.evidence;
    expect(points({ cueWords: { "us-phone": ["hotline"] } })).toContainEqual({ kind: "cue", cue: "hotline", distance: 1 });
    expect(points({})).not.toContainEqual(expect.objectContaining({ kind: "cue" }));
  });

  test("are refused for rules there are not, or that take none", () => {
    expect(detectionProblems({ cueWords: { "no-such": ["x1"], constructor: ["x1"], "name-pair": ["x1"], mrn: ["patnr"], "us-phone": ["hotline"] } }).map(({ path }) => path))
      .toEqual(["cueWords.no-such", "cueWords.constructor", "cueWords.name-pair"]);
  });
});

describe("allowed values", () => {
  const text = "Patient Maria Lopez has asthma. Call 212-555-0142 or 212-555-0199.";
  const detection: PolicyDetection = { allow: [{ value: "(212) 555-0142", until: "2026-06-30" }] };
  const phones = (today: string) => valuesOf(assessWith(detection, text, { today }), text, "us-phone");

  test.each([["2026-06-29", 1], ["2026-06-30", 1], ["2026-07-01", 2]])("on %s, %i telephone numbers are found", (today, count) => {
    expect(phones(today)).toHaveLength(count);
  });

  test("cover what stands inside them, and nothing that goes on", () => {
    const allow = { allow: [{ value: "Maria Lopez Clinic", until: "2026-12-31" }] };
    const names = (content: string) => assessWith(allow, content).findings.filter(({ part }) => part === "A").length;
    expect(names("Referred to the maria lopez clinic for asthma.")).toBe(0);
    expect(names("Patient Maria Lopez has asthma.")).toBe(1);
  });

  test("never hide another value that they are part of", () => {
    const allow = { allow: [{ value: "0048", until: "2026-12-31" }] };
    expect(assessWith(allow, "MRN 00482913, asthma").phi).toBe(true);
  });
});

describe("known patients", () => {
  const list = (...people: readonly string[]): PolicyDetection => ({ knownPatients: { key: KEY, hashes: people.map((one) => hash(KEY, knownPatientKey(one) ?? "")) } });
  const known = { kind: "list", list: KNOWN_LIST };

  test.each([
    ["Maria Lopez", "Maria Lopez"], ["Maria Lopez", "LOPEZ, MARIA"], ["María López", "Maria T. Lopez"], ["Lopez, Maria", "Maria Teresa Lopez"],
  ])("%s is seen in %s", (listed, written) => {
    const found = assessWith(list(listed), `Seen: ${written} today.`);
    expect(found.findings).toContainEqual(expect.objectContaining({ part: "A", role: "patient", evidence: expect.arrayContaining([known]) }));
  });

  test("a number is seen without its leading zeros and hyphens", () => {
    expect(findingOf(assessWith(list("482-913"), "MRN 00482913"), "mrn")?.evidence).toContainEqual(known);
    expect(findingOf(assessWith(list("482914"), "MRN 00482913"), "mrn")?.evidence).not.toContainEqual(known);
  });

  test("a name near a diagnosis that might be anybody's becomes a patient's", () => {
    const text = "Rosa Delgado mentioned it on Friday. Asthma came up later in the call.";
    const before = assessWith({}, text);
    const after = assessWith(list("Rosa Delgado"), text);
    expect(after.score).toBeGreaterThan(before.score);
    expect(after.phi).toBe(true);
  });

  test("lunch with a known patient is no PHI; a sender of that name stays the sender", () => {
    expect(assessWith(list("Rosa Delgado"), "Lunch with Rosa Delgado at noon?").phi).toBe(false);
    const own = assessWith(list("Rosa Delgado"), "He has asthma.\n\nThanks,\nRosa Delgado", { from: { address: "rosa.delgado@clinic.example", name: "Rosa Delgado" } });
    expect(own.findings.filter(({ part, role }) => part === "A" && role === "patient")).toEqual([]);
  });

  test("of a flood of names only some are hashed", () => {
    let hashed = 0;
    const content = Array.from({ length: 3000 }, (_, k) => `MRN ${100_000 + k}`).join("\n");
    assess(draft(content), { detection: list("999999"), today: "2026-01-01", hash: (key, text) => { hashed += 1; return hash(key, text); } });
    expect(hashed).toBeLessThanOrEqual(400);
  });

  test.each([["Lopez", undefined], ["Dr. A. Lopez", undefined], ["12-3", undefined], ["", undefined], ["MRN 00482913", "id:MRN00482913"], ["000482913", "id:482913"], ["Dr. Ana O'Neil", "name:ana oneil"], ["Łukasz Żak", "name:zak łukasz"]])("%j is hashed as %j", (written, key) => {
    expect(knownPatientKey(written)).toBe(key);
  });
});

test("the organisation's rules have titles for lists", () => {
  expect(orgRules({ patterns: [{ id: "a", title: "Clinic number", pattern: "\\d{6}", part: "H" }], keywords: [{ id: "b", words: ["xx"], meaning: "health" }] })).toEqual([
    { id: "org-b", part: "health", title: { en: "org-b", es: "org-b" } }, { id: "org-a", part: "H", title: { en: "Clinic number", es: "Clinic number" } },
  ]);
});
