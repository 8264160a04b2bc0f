import { ERRORS } from "../../src/contract/index.ts";
import type { ErrorCode, PolicyRule } from "../../src/contract/index.ts";
import { DEFAULT_POLICY } from "../../src/decide/index.ts";
import { faultKind } from "../../src/taskpane/findings/fault-kind.ts";
import { policyFacts } from "../../src/taskpane/settings/policy-facts.ts";
import { ruleInWords } from "../../src/taskpane/settings/rule-in-words.ts";
import { syncProblem } from "../../src/taskpane/settings/sync-problem.ts";
import { speechFor } from "../../src/taskpane/use-wording.ts";
import { WORDING } from "../../src/taskpane/wording.ts";

describe("ruleInWords", () => {
  const cases: readonly (readonly [PolicyRule["when"], PolicyRule["then"], string])[] = [
    [{}, "allow", "Always: it goes as it is."],
    [{ phi: true, audience: ["outside"] }, "protect", "When the message holds patient information and a recipient is outside: it goes protected."],
    [{ audience: ["partner", "outside"], phiInSubject: true }, "block", "When patient identifiers stand in the subject and a recipient is a partner or outside: it is stopped."],
    [{ phi: true, minPatients: 2, webmail: true }, "confirm",
      "When the message holds patient information, it names 2 patients or more and a recipient has a personal webmail address: you are asked for a reason."],
    [{ sensitive: ["hiv-sti", "minor", "genetic"] }, "block",
      "When it holds health information on HIV or sexually transmitted infection, a minor or genetics: it is stopped."],
    [{ sensitive: true }, "confirm", "When it holds a sensitive kind of health information: you are asked for a reason."],
    [{ phi: false, unreadAttachment: false, webmail: false, phiInSubject: false }, "allow",
      "When the message holds no patient information, no patient identifier stands in the subject, no recipient has a personal webmail address and every attachment could be read: it goes as it is."],
  ];
  test.each(cases)("%j", (when, then, expected) => {
    expect(ruleInWords({ id: "r", when, then }, WORDING.en)).toBe(expected);
  });

  test("every rule of the default policy reads differently from every other, in both languages", () => {
    for (const w of [WORDING.en, WORDING.es]) {
      const said = DEFAULT_POLICY.rules.map((rule) => ruleInWords(rule, w));
      expect(new Set(said).size).toBe(said.length);
    }
  });
});

describe("policyFacts", () => {
  const facts = (over: object, now: object = {}) =>
    new Map(policyFacts({ policy: { ...DEFAULT_POLICY, ...over }, from: "network", ...now }, speechFor("en")));

  test("says where the copy came from and when", () => {
    const said = facts({ name: "Clinic", version: 7 }, { lastSync: "2026-01-05T09:00:00Z", from: "settings" });
    expect(said.get("Name")).toBe("Clinic");
    expect(said.get("Version")).toBe("7");
    expect(said.get("This copy")).toBe("kept in your mailbox, verified");
    expect(said.get("Last sync")).toMatch(/2026/);
  });

  test("the policy that is built in is named in the reader's language, any other as it is", () => {
    expect(new Map(policyFacts({ policy: DEFAULT_POLICY, from: "built-in" }, speechFor("es"))).get("Nombre")).toBe("Predeterminada de Chartseal");
    expect(new Map(policyFacts({ policy: { ...DEFAULT_POLICY, name: "Clinic" }, from: "settings" }, speechFor("es"))).get("Nombre")).toBe("Clinic");
  });

  test("a time that is none is not shown as one", () => {
    expect(facts({ issuedAt: "soon" }, { lastSync: "?" }).get("Issued")).toBe("not known");
    expect(facts({}, { lastSync: "?" }).get("Last sync")).toBe("not known");
    expect(facts({}).get("Last sync")).toBe("never");
  });

  test("counts domains and says what an empty list means", () => {
    expect(facts({ insideDomains: ["a.example", "b.example"], partnerDomains: ["c.example"] }).get("Inside domains")).toBe("2");
    expect(facts({}).get("Inside domains")).toMatch(/your own domain/);
  });

  test("says whether a label goes with the header", () => {
    expect(facts({ protection: { labelOrder: [], labelId: "x" } }).get("Protection")).toBe("sensitivity label and header");
    expect(facts({}).get("Protection")).toBe("header");
  });
});

test.each(Object.keys(ERRORS) as ErrorCode[])("%s has a sentence in both views", (code) => {
  expect(WORDING.en.faults[faultKind(code)]).toMatch(/\.$/);
  expect(WORDING.en.problems[syncProblem(code)]).toMatch(/\.$/);
});

test("the refusals of a policy are told apart", () => {
  expect((["POLICY_UNAVAILABLE", "POLICY_SIGNATURE", "POLICY_ROLLBACK", "POLICY_INVALID", "INTERNAL"] as const).map(syncProblem))
    .toEqual(["offline", "signature", "older", "invalid", "other"]);
});
