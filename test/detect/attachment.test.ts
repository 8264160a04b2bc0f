import type { AttachmentText, TextPart } from "../../src/contract/index.ts";
import { assess, assessAttachment, HIDDEN } from "../../src/detect/index.ts";
import { assessText, draft } from "./draft.ts";

const NOBODY = { recipients: [] };
const file = (content: string, name = "note.txt", place?: TextPart["place"]): AttachmentText => (
  { name, status: "scanned", parts: [{ format: "text", content, ...(place === undefined ? {} : { place }) }] }
);
const mrn = (n: number): string => String(10_000_000 + n * 37);
const ONES = ["Maria", "Robert", "Ana", "Peter", "Linda", "Oscar", "Julia", "Henry", "Carla", "Simon"];
const NAMES = ["Lopez", "Kimball", "Cruz", "Walker", "Moreno", "Bennett", "Fischer", "Novak", "Duarte", "Hughes"];
const nameOf = (n: number): string => `${ONES[n % 10] ?? ""} ${NAMES[Math.floor(n / 10) % 10] ?? ""}`;
const roster = (rows: number): string => [
  "name\tdob\tmrn\tdx", ...Array.from({ length: rows }, (_, n) => `${nameOf(n)}\t0${(n % 9) + 1}/14/19${50 + (n % 40)}\t${mrn(n)}\tE11.9 type 2 diabetes`),
].join("\n");

test("an assessment is plain JSON, and a draft joined with a copy of it gets the same verdict", () => {
  const given = draft("See attached.", { subject: "Diabetes clinic", attachments: [file(roster(30), "Lopez_Maria.csv"), file("Rota of the ward", "rota.txt")] });
  const copied = { ...given, attachments: JSON.parse(JSON.stringify(given.attachments)) as typeof given.attachments };
  expect(assess(copied)).toEqual(assess(given));
  expect(assess(given).phi).toBe(true);
});

test("nothing of the file's words stands in it", () => {
  const canary = "Zyxwvut Qwertop";
  const kept = JSON.stringify(assessAttachment({ ...file(`Patient: ${canary}, MRN 00482913, has asthma.\n${roster(20)}`, `${canary}.txt`), inner: [{ path: [canary], status: "unread", reason: "encrypted" }] }, NOBODY));
  for (const word of ["Zyxwvut", "zyxwvut", "Qwertop", "00482913", "Lopez", "lopez", mrn(3)]) expect(kept).not.toContain(word);
  expect(JSON.parse(kept)).toMatchObject({ inside: ["encrypted"] });
});

test("a long roster stays small, and its counts stay true", () => {
  const rows = 5000;
  const assessed = assessAttachment(file(roster(rows)), NOBODY);
  expect(assessed.findings.length).toBe(22);
  expect(JSON.stringify(assessed).length).toBeLessThan(20_000);
  const whole = assess({ subject: "", body: { format: "text", content: roster(rows) }, attachments: [], recipients: [] });
  const joined = assess(draft("", { attachments: [file(roster(rows))] }));
  const counted = (part: string): number => joined.findings.filter((f) => f.part === part && f.phi).length + (joined.unlisted?.[part as "H"] ?? 0);
  for (const part of ["A", "C", "H"]) expect(counted(part)).toBe(whole.findings.filter((f) => f.part === part && f.phi).length);
  expect(joined).toMatchObject({ phi: true, score: whole.score, patients: whole.patients });
  expect(joined.patients).toBeGreaterThan(1000);
});

test.each([
  ["the same one in the mail and in the file", "Patient Maria Lopez, MRN 00482913, has asthma.", ["Maria Lopez, MRN 00482913, takes albuterol."], 1],
  ["one in the mail, another in the file", "Patient Maria Lopez has asthma.", ["Patient Robert Kim has COPD."], 2],
  ["one in each of two files", "See attached.", ["Patient Maria Lopez has asthma.", "Patient Robert Kim has COPD."], 2],
  ["the same one by surname", "See attached.", ["Patient Maria Lopez has asthma.", "Patient: M. Lopez has COPD."], 1],
])("patients of a draft are told apart: %s", (_, text, files, patients) => {
  expect(assessText(text, { attachments: files.map((content) => file(content)) }).patients).toBe(patients);
});

test("the subject's care makes a name in a file a patient's, and the file's care one in the subject", () => {
  const named = file("Please call Maria Lopez, DOB 03/14/1961.");
  expect(assessText("See attached.", { attachments: [named] }).phi).toBe(false);
  expect(assessText("See attached.", { subject: "HIV test result positive", attachments: [named] })).toMatchObject({ phi: true });
  const found = assessText("See attached.", { subject: "Maria Lopez MRN 00482913", attachments: [file("She has asthma and takes albuterol.")] });
  expect(found.findings.filter((f) => f.where.kind === "subject" && f.phi).map((f) => f.part).sort()).toEqual(["A", "H"]);
});

test("the draft's people are no patients in a file either", () => {
  const people = { from: { address: "ann.reed@clinic.example", name: "Ann Reed" }, recipients: [{ address: "tom@clinic.example", name: "Tom Gray" }] };
  const found = assessText("See attached.", { ...people, attachments: [file("Ann Reed asked about the asthma inhaler order. Tom Gray agrees.")] });
  expect(found.findings.filter((f) => f.part === "A").map((f) => f.role)).toEqual(["sender", "recipient"]);
});

test("what stands hidden says so, and only that", () => {
  const text = "Patient Maria Lopez, MRN 00482913, has asthma.";
  const hidden = { kind: "structure", name: HIDDEN };
  const { findings } = assessText("See attached.", { attachments: [file(text, "a.xlsx", { kind: "sheet", number: 2, hidden: true })] });
  expect(findings.length).toBeGreaterThan(2);
  for (const { evidence } of findings) expect(evidence).toContainEqual(hidden);
  for (const { evidence } of assessText("See attached.", { attachments: [file(text, "a.xlsx", { kind: "sheet", number: 1 })] }).findings) expect(evidence).not.toContainEqual(hidden);
});

test("sensitive classes come from a file that tells of a patient, and from no other", () => {
  const leaflet = file("HIV prevention leaflets");
  const chart = file("Patient Maria Lopez is HIV positive and in methadone treatment for opioid use disorder.");
  expect(assessText("See attached.", { attachments: [chart] }).sensitive).toEqual(["substance-use", "hiv-sti"]);
  expect(assessText("Patient Maria Lopez, MRN 00482913, has asthma.", { attachments: [leaflet] }).sensitive).toEqual([]);
});
