import type { Draft } from "../../src/contract/index.ts";
import { RULES, assess } from "../../src/detect/index.ts";
import { findingWords } from "../../src/taskpane/findings/finding-words.ts";
import { groupsOf } from "../../src/taskpane/findings/view.ts";
import { WORDING } from "../../src/taskpane/wording.ts";
import { DRAFT, checked } from "./build.ts";

const BODY = "<p>Dear Dr. Ruiz,</p><p>Patient: Pat Sample<br>DOB: 03/04/1961<br>MRN: 00482193</p><p>Type 2 diabetes mellitus, on metformin 500 mg.</p>";

/** The pane's rows as `detect` itself makes them. */
function rows(locale: "en" | "es", content = BODY) {
  const draft: Draft = { ...DRAFT, subject: "Referral", body: { format: "html", content } };
  const assessment = assess({ subject: draft.subject, body: draft.body, attachments: [], from: draft.from, recipients: draft.recipients });
  const groups = groupsOf(checked({ draft, assessment }), WORDING[locale], findingWords(locale));
  return groups.flatMap((group) => [...group.identifiers, ...group.alsoSeen, ...group.health]);
}

test("a real finding has its title, its line as a reader counts, and a mask", () => {
  const mrn = rows("en").find(({ title }) => title === RULES.find(({ id }) => id === "mrn")?.title.en);
  expect(mrn).toMatchObject({ lines: [4], masked: "••••••93" });
  expect(mrn?.why[0]).toBe("“mrn” stands beside it.");
});

test("no row of a patient's shows the value in full", () => {
  const shown = JSON.stringify(rows("en"));
  for (const value of ["00482193", "Pat Sample", "03/04/1961"]) expect(shown).not.toContain(value);
});

test("no row is without a title or a reason, in either language", () => {
  for (const locale of ["en", "es"] as const) {
    for (const row of rows(locale)) {
      expect(RULES.map(({ title }) => title[locale])).toContain(row.title);
      expect(row.why).not.toEqual([]);
    }
  }
});

test("what stands in for a cue word is said in the reader's words", () => {
  const sentence = rows("es", "<p>On asthma we hear from Dorothy Quillfeather about metformin</p>");
  expect(sentence.flatMap(({ why }) => why)).toContain("En la misma frase hay un término de salud.");
  const table = rows("en", "<table><tr><th>Patient</th><th>MRN</th></tr><tr><td>Sample, Pat</td><td>00482193</td></tr><tr><td>Trial, Kim</td><td>00482194</td></tr></table>");
  expect(table.flatMap(({ why }) => why)).toContain("It stands in a table column for such values.");
});

test("a rule of the organisation's own has its title, and without one its id", () => {
  const title = { en: "Clinic number", es: "Clinic number" };
  expect(findingWords("es", [{ id: "org-mrn", part: "H", title }]).titleOf("org-mrn")).toBe("Clinic number");
  const draft: Draft = { ...DRAFT, subject: "", body: { format: "text", content: "K004829 has type 2 diabetes. Rosa Delgado knows." } };
  const detection = { patterns: [{ id: "mrn", pattern: "K\\d{6}", part: "H" as const }], knownPatients: { key: "", hashes: ["name:delgado rosa"] } };
  const assessment = assess({ subject: "", body: draft.body, attachments: [], recipients: [] }, { detection, today: "2026-01-01", hash: (_key, text) => text });
  const [group] = groupsOf(checked({ draft, assessment }), WORDING.en, findingWords("en"));
  expect(group?.identifiers[0]).toMatchObject({ title: "org-mrn", masked: expect.stringMatching(/29$/) });
  expect(JSON.stringify(group)).toContain("It is on your organization's list of known patients.");
});
