import fc from "fast-check";
import { DEFAULT_POLICY, decide, explain, parsePolicy, recipientClass } from "../../src/decide/index.ts";
import type { Action, Assessment, Policy } from "../../src/contract/index.ts";
import { PARTIAL, READ, UNREAD, assessment, finding } from "./build.ts";

const POLICY: Policy = { ...DEFAULT_POLICY, partnerDomains: ["lab.example"] };
const ORDER: readonly Action[] = ["allow", "protect", "confirm", "block"];
const strictness = (action: Action) => ORDER.indexOf(action);

const addresses = fc.constantFrom("ann@clinic.example", "x@lab.example", "x@other.example", "x@gmail.com", "x@evil.example <ann@clinic.example>", "");
const recipientLists = fc.array(addresses.map((address) => ({ address })), { maxLength: 4 });
const assessments: fc.Arbitrary<Assessment> = fc.record({
  phi: fc.boolean(), subject: fc.boolean(), patients: fc.nat(3), sensitive: fc.subarray(["genetic", "minor"] as const),
  attachments: fc.array(fc.constantFrom(READ, UNREAD, PARTIAL), { maxLength: 3 }),
}).map(({ phi, subject, patients, sensitive, attachments }) => assessment({
  phi, patients, sensitive, attachments, findings: phi ? [finding({ where: { kind: subject ? "subject" : "body" } })] : [],
}));
const judge = (of: Assessment, recipients: readonly { readonly address: string }[], overridden = false) =>
  decide({ assessment: of, sender: { address: "reed@clinic.example" }, recipients, policy: POLICY, overridden });

describe("by the default policy", () => {
  test("one more recipient never makes a verdict milder", () => {
    fc.assert(fc.property(assessments, recipientLists.filter((list) => list.length > 0), addresses, (of, recipients, address) => {
      expect(strictness(judge(of, [...recipients, { address }]).action)).toBeGreaterThanOrEqual(strictness(judge(of, recipients).action));
    }));
  });

  test("what could not be read never makes a verdict milder", () => {
    fc.assert(fc.property(assessments, recipientLists, (of, recipients) => {
      expect(strictness(judge({ ...of, attachments: [...of.attachments, UNREAD] }, recipients).action)).toBeGreaterThanOrEqual(strictness(judge(of, recipients).action));
    }));
  });

  test("PHI or an unread attachment that leaves is never simply allowed", () => {
    fc.assert(fc.property(assessments, recipientLists, fc.boolean(), (of, recipients, overridden) => {
      const verdict = judge(of, recipients, overridden);
      const leaves = recipients.length === 0 || recipients.some(({ address }) => address !== "ann@clinic.example");
      const risky = of.phi || of.attachments.some((attachment) => attachment.status !== "scanned");
      expect(verdict.action === "allow").toBe(!(leaves && risky));
      expect(verdict.protections.header).toBe(verdict.action === "protect");
    }));
  });

  test("a recorded reason changes confirm alone, and to protect", () => {
    fc.assert(fc.property(assessments, recipientLists, (of, recipients) => {
      const before = judge(of, recipients);
      const after = judge(of, recipients, true);
      expect(after.action).toBe(before.action === "confirm" ? "protect" : before.action);
      expect(after.reasons).toEqual(before.reasons);
    }));
  });

  test("every verdict explains itself within the limit", () => {
    fc.assert(fc.property(assessments, recipientLists, fc.constantFrom("en", "es"), (of, recipients, locale) => {
      const { text, markdown } = explain(judge(of, recipients), locale);
      expect(Math.max(text.length, markdown.length)).toBeLessThanOrEqual(500);
    }));
  });
});

test("whatever stands before or after it, a foreign domain is never inside", () => {
  const policy = { ...POLICY, insideDomains: ["clinic.example"] };
  const noise = fc.string({ unit: "grapheme", maxLength: 12 });
  fc.assert(fc.property(noise, noise, (before, after) => {
    expect(recipientClass(`${before}@evil.example${after}`, { policy })).not.toBe("internal");
    expect(recipientClass(`${before}@clinic.example${after}.evil.example`, { policy })).not.toBe("internal");
    expect(recipientClass(`${before}@evilclinic.example`, { policy })).not.toBe("internal");
  }), { numRuns: 500 });
});

test("any JSON is answered by a policy or by sentences, and what parses parses again to the same", () => {
  fc.assert(fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(DEFAULT_POLICY)), (value, key) => {
    const result = parsePolicy({ ...JSON.parse(JSON.stringify(DEFAULT_POLICY)), [key]: value });
    if (result.ok) expect(parsePolicy(JSON.parse(JSON.stringify(result.value)))).toEqual(result);
    else for (const problem of result.problems) expect(problem).toMatch(/^[\w[\].]+: .+\.$/);
  }), { numRuns: 500 });
});
