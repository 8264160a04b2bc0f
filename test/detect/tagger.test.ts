/** Names that only the passage round them ties to a patient, and names that stand in talk of something else. All people are made up. */
import { BITS } from "../../src/detect/tagger/feature-set.ts";
import { ZERO } from "../../src/detect/tagger/model.ts";
import { personsIn } from "../../src/detect/tagger/persons.ts";
import { packPairs, unpackPairs } from "../../src/detect/tagger/pairs.ts";
import { WEIGHTS } from "../../src/detect/tagger/weights.ts";
import { readText } from "../../src/detect/unit.ts";
import { assessText, findingOf, valuesOf } from "./draft.ts";

test.each([
  ["a visit told sentence by sentence", "Mr. Okafor picked up his glasses yesterday and says the left lens is swimmy.\nI checked seg height and both are on.\nHe has prism after the stroke. Remake or recheck first?"],
  ["without capitals", "sandoval's mom says amox gave him hives, chart says nkda. fix?"],
  ["a patient in common", "Our mutual patient, Horatio Lindgren, saw me today wearing the device you asked me to make. The home test on therapy shows a residual AHI of 22."],
  ["initials in a bed, behind a nurse and a comma", "Per the night nurse, A.W. bed 3 of the step-down coded at 0412, ROSC after 2 rounds. Wife has been called, not the son."],
  ["a slip that is half numbers", "BRIGHTWATER REF LAB   ACC 24-118-0332\nGALLO, PIETRO   M  71Y   DR: LINDQVIST\nPSA TOTAL ...... 11.8 H  (0-4.0)\nFREE PSA % ..... 9 L\nCOMMENT: repeat in 4-6 wk suggested"],
  ["a likely patient whom rules found too weak", "poor Otis, 3rd paracentesis this month. 6.5 L off. Albumin hanging. he wants to go home for the Super Bowl"],
  ["what stands in the way", "No one will size Tobias for new AFOs til medicaid approves, he's walking on blisters. who do I call?"],
])("PHI: %s", (_, text) => {
  expect(assessText(text).phi).toBe(true);
});

test.each([
  ["a pager and whose it is", "Lindqvist has the stroke pager tonight, Oyelaran takes over at 7."],
  ["who steers what", "I'm asking Ochoa to own the sepsis order set, Tibbs the alert, Strauss the timing of the first antibiotic. We look again in February."],
  ["a lunch", "Drug rep Todd left pens and a humira lunch menu. Lunch is 12/5, he needs a headcount."],
  ["a registry", "The IRB wants Castellanos added as co-investigator on the lupus registry before we can amend."],
])("no PHI: %s", (_, text) => {
  expect(assessText(text).phi).toBe(false);
});

test("who stands alone on the last line signs, and is not the patient", () => {
  const note = "I have a pretty bad case of laryngitis but still have to eat.\nMaybe somebody can join us for lunch.";
  expect(assessText(`${note}\nSara`).phi).toBe(false);
  expect(assessText("Sara has a pretty bad case of laryngitis, still has to eat, antibiotics at 4").phi).toBe(true);
});

test.each([
  ["words of a health term", "was on mechanical ventilation", []],
  ["a month", "she is due in May", []],
  ["the same word as a name", "saw May at two", ["May"]],
  ["where somebody works", "he works at Shepherd Pratt", []],
  ["any word behind a title", "mrs. apple is back", ["mrs. apple"]],
  ["the same word without", "an apple is back", []],
])("what may name a person: %s", (_, text, names) => {
  const { scan } = readText({ kind: "body" }, { format: "text", content: text });
  expect(personsIn(scan, 0, scan.count - 1, 10).map(({ first, last }) => text.slice(scan.start[first], scan.end[last]))).toEqual(names);
});

test.each([
  ["a given name", "Ping", true],
  ["a whole name, which all trades write", "Ping Tuttle", false],
])("where one everyday word is all that speaks of care, it depends on the name: %s", (_, name, phi) => {
  expect(assessText(`${name} says she never had a baby. we billed her for a baby`).phi).toBe(phi);
});

test("a name that rules found already is not listed twice", () => {
  const text = "Tammy's biopsy is back, malignant. She wants a callback before her appointment with oncology.";
  expect(valuesOf(assessText(text), text, "name-in-passage")).toEqual([]);
  expect(valuesOf(assessText(text), text, "name-cued")).toEqual(["Tammy"]);
});

test("a number of a record is found by its passage in a short note only", () => {
  const note = "0093327 needs his INR moved to the 8th, lab is closed monday";
  expect(assessText(note).phi).toBe(true);
  expect(assessText("PO 0093327 for the INR strips shipped, invoice to follow, net 30").phi).toBe(false);
});

test.each([
  ["a name in the subject", "Halvorsen labs", "PSA doubled, he's in Portugal, can we reach him?", true],
  ["no name in it", "Heads up", "PSA doubled, he's in Portugal, can we reach him?", false],
  ["care in the subject", "hgb", "Marta's down to 5.9 and wants nothing, call me", true],
  ["no care in it", "Heads up", "Marta's down to 5.9 and wants nothing, call me", false],
])("subject and body are one passage: %s", (_, subject, text, phi) => {
  expect(assessText(text, { subject }).phi).toBe(phi);
});

test("a name in the subject is itself found by what the body tells", () => {
  const { findings } = assessText("PSA doubled, he's in Portugal, can we reach him?", { subject: "Halvorsen labs" });
  expect(findings.some(({ where, phi }) => where.kind === "subject" && phi)).toBe(true);
});

test("one line about a patient is not taken back for the other talk round it", () => {
  const talk = "The nightly build passes again. Mei fixed the parser; the ticket can be closed. Next release is on Friday.\nKeisha and Dmitri bring the drinks, I bring the grill. Kids are welcome. Park behind the barn.\n"
    + "Hi Dmitri,\nA few of us go to the new place on Main at noon. Want to come along? The patio should be open if the weather holds.\n";
  expect(assessText(talk).phi).toBe(false);
  expect(assessText(`${talk}Eugene Tuttle out of apixaban 5 mg, pharmacy wants a new rx today`).phi).toBe(true);
});

test("a possessive name that rules found is raised too", () => {
  const text = "why is Mwangi's weight 612 kg on the heparin order, the real one is like 61\nrate was already running when I saw\nstopped it, ptt sent";
  expect(findingOf(assessText(text), "name-cued")).toMatchObject({ role: "patient", phi: true });
});

test.each([
  ["a practice patient", "ZZTEST^MICKEY", false],
  ["anyone else", "LOPEZ^MARIA", true],
])("all that an HL7 segment tells of %s is theirs", (_, name, phi) => {
  const text = `PID|1||TST000051^^^QA||${name}^M||19000101|M|||1 MAIN ST^^NOWHERE^XX^00000`;
  const { findings, ...assessment } = assessText(text);
  expect(assessment.phi).toBe(phi);
  const address = findings.find(({ ruleId }) => ruleId === "us-street-address");
  expect(address?.evidence.some(({ kind }) => kind === "test-value")).toBe(!phi);
});

test.each([
  ["Priyanka's strep culture is back, positive.", true],
  ["Priyanka's out with strep, Joanne covers the desk.", false],
])("the ending of a name is its owner's only before what can be owned: %s", (text, isOwned) => {
  const evidence = findingOf(assessText(text), "name-cued")?.evidence ?? [];
  expect(evidence.some((one) => one.kind === "structure" && one.name === "possessive before a health term")).toBe(isOwned);
});

test("tables are written as they are read", () => {
  const pairs = new Map([[0, 1], [1, -32], [64, 31], [65, 5], [4000, -1], [(1 << 20) - 1, 7]]);
  const values = unpackPairs(packPairs(pairs, 32), 32, 20);
  for (const [number, value] of pairs) expect(values[number]).toBe(value);
  expect(values.reduce((count, value) => count + (value === 0 ? 0 : 1), 0)).toBe(pairs.size);
});

test("the shipped weights are those of a model, not of an empty file", () => {
  const weights = unpackPairs(WEIGHTS, ZERO, BITS);
  expect(weights.filter((weight) => weight !== 0).length).toBeGreaterThan(1000);
});
