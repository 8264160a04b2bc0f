/** Names that only the passage round them ties to a patient, and names that stand in talk of something else. All people are made up. */
import { SCALE, encode } from "../../src/detect/tagger/model.ts";
import { WEIGHTS } from "../../src/detect/tagger/weights.ts";
import { assessText, findingOf, valuesOf } from "./draft.ts";

test.each([
  ["a visit told sentence by sentence", "Mr. Okafor picked up his glasses yesterday and says the left lens is swimmy.\nI checked seg height and both are on.\nHe has prism after the stroke. Remake or recheck first?"],
  ["without capitals", "sandoval's mom says amox gave him hives, chart says nkda. fix?"],
  ["a patient in common", "Our mutual patient, Horatio Lindgren, saw me today wearing the device you asked me to make. The home test on therapy shows a residual AHI of 22."],
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

test("weights are written as they are read", () => {
  const pairs = new Map<number, number>();
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  let feature = -1;
  for (let at = 0; at < WEIGHTS.features.length; at += 2) {
    for (; WEIGHTS.features.charAt(at) === "~"; at++) feature += 64;
    feature += digits.indexOf(WEIGHTS.features.charAt(at)) + 1;
    pairs.set(feature, digits.indexOf(WEIGHTS.features.charAt(at + 1)) - 32);
  }
  expect(pairs.size).toBeGreaterThan(1000);
  expect(encode(pairs)).toBe(WEIGHTS.features);
  expect(Math.max(...pairs.values())).toBeLessThan(32);
  expect(SCALE).toBeGreaterThan(1);
});
