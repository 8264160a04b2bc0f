import type { Evidence, Finding } from "../../src/contract/index.ts";
import { whySentences } from "../../src/taskpane/findings/why.ts";
import { WORDING } from "../../src/taskpane/wording.ts";
import { MRN } from "./build.ts";

const titleOf = (ruleId: string): string | undefined => (ruleId === "diagnosis" ? "Diagnosis" : undefined);
const why = (evidence: readonly Evidence[], over: Partial<Finding> = {}): readonly string[] =>
  whySentences({ ...MRN, evidence, ...over }, WORDING.en, titleOf);
const ROLE = "It reads as the patient's.";

describe("whySentences", () => {
  const cases: readonly (readonly [string, readonly Evidence[], readonly string[]])[] = [
    ["a cue that touches", [{ kind: "cue", cue: "MRN", distance: 1 }], ["“MRN” stands beside it.", ROLE]],
    ["a cue further off", [{ kind: "cue", cue: "chart", distance: 30 }], ["“chart” stands near it.", ROLE]],
    ["a check digit", [{ kind: "checksum", name: "luhn" }], ["Its check digit is right.", ROLE]],
    ["health near it, by title", [{ kind: "health", ruleId: "diagnosis", distance: 9 }], ["Health information stands near it: Diagnosis.", ROLE]],
    ["health near it, of a rule without a title", [{ kind: "health", ruleId: "new", distance: 9 }], ["Health information stands near it.", ROLE]],
    ["a place under a table's head", [{ kind: "structure", name: "column head of mrn" }], ["It stands in a table column for such values.", ROLE]],
    ["a place in the sentence", [{ kind: "structure", name: "possessive before a health term" }], ["Its place in the sentence speaks for it.", ROLE]],
    ["any health term as a cue", [{ kind: "cue", cue: "health term in the sentence", distance: 9 }], ["A health term stands in the same sentence.", ROLE]],
    ["an identifier that implies care", [{ kind: "health", ruleId: "mrn", distance: 0 }], ["Only health care gives out such a value.", ROLE]],
    ["what speaks against it", [{ kind: "negative-cue", cue: "invoice", distance: 2 }], ["“invoice” near it speaks against it.", ROLE]],
    ["a published fake", [{ kind: "test-value", name: "x" }], ["It is a published test value.", ROLE]],
    ["strongest first, and no shape where more is known", [{ kind: "shape", name: "x" }, { kind: "checksum", name: "x" }, { kind: "cue", cue: "MRN", distance: 0 }],
      ["“MRN” stands beside it.", "Its check digit is right.", ROLE]],
    ["no repeats", [{ kind: "shape", name: "a" }, { kind: "shape", name: "b" }], ["It is written like one.", ROLE]],
    ["the role is said in the reader's own language", [{ kind: "role", why: "signature" }], [ROLE]],
    ["a list of names", [{ kind: "list", list: "names" }], ["It is in a list of common names.", ROLE]],
    ["a list that only keeps impossible values out", [{ kind: "list", list: "not a private range" }], [ROLE]],
    ["nothing known", [], [ROLE]],
  ];
  test.each(cases)("%s", (_, evidence, expected) => {
    expect(why(evidence)).toEqual(expected);
  });

  test("a name that its sentence ties to care", () => {
    expect(why([{ kind: "health", ruleId: "name", distance: 0 }], { ruleId: "name", part: "A" })).toEqual(["The words around it speak of this person's care.", ROLE]);
  });

  test("a health term belongs to nobody", () => {
    expect(why([{ kind: "shape", name: "weak-term" }], { part: "health", role: "unknown" })).toEqual(["It is in a list of health terms."]);
  });

  test("Spanish", () => {
    const said = whySentences({ ...MRN, role: "sender", evidence: [{ kind: "cue", cue: "MRN", distance: 1 }] }, WORDING.es, titleOf);
    expect(said).toEqual(["Al lado está «MRN».", "Por el texto, es suyo."]);
  });
});
