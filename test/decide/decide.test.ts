import { DEFAULT_POLICY, decide, faultVerdict, offersProtection, parsePolicy } from "../../src/decide/index.ts";
import { ERRORS } from "../../src/contract/index.ts";
import type { Action, Assessment, ErrorCode, Policy, PolicyRule, ReasonCode } from "../../src/contract/index.ts";
import { PARTIAL, PHI, READ, UNREAD, assessment, finding } from "./build.ts";

const LABEL = "11111111-2222-3333-4444-555555555555";
const POLICY: Policy = { ...DEFAULT_POLICY, partnerDomains: ["lab.example"], protection: { labelId: LABEL, labelOrder: [LABEL] } };
const IN = "ann@clinic.example";
const PARTNER = "office@lab.example";
const OUT = "office@cardiology.example";
const WEB = "someone@gmail.com";

function judge(over: Partial<Assessment>, to: readonly string[], options: { policy?: Policy; overridden?: boolean; protectionAsked?: boolean } = {}) {
  return decide({
    assessment: assessment(over), sender: { address: "reed@clinic.example" }, recipients: to.map((address) => ({ address })),
    policy: POLICY, ...options,
  });
}

const inSubject = { ...PHI, findings: [finding({ where: { kind: "subject" } })] };

describe("the default policy", () => {
  const cases: readonly (readonly [what: string, over: Partial<Assessment>, to: readonly string[], action: Action, codes: readonly ReasonCode[]])[] = [
    ["nothing found, outside", {}, [OUT], "allow", []],
    ["PHI, all inside", PHI, [IN, IN], "allow", []],
    ["PHI in the subject, all inside", inSubject, [IN], "allow", []],
    ["unread attachment, all inside", { attachments: [UNREAD] }, [IN], "allow", []],
    ["several patients of a sensitive class, all inside", { ...PHI, patients: 3, sensitive: ["genetic"] }, [IN], "allow", []],
    ["PHI to a partner", PHI, [IN, PARTNER], "protect", ["phi-partner"]],
    ["PHI to an outsider", PHI, [IN, OUT], "protect", ["phi-outside"]],
    ["PHI to both", PHI, [PARTNER, OUT], "protect", ["phi-outside"]],
    ["PHI in the subject to a partner", inSubject, [PARTNER], "block", ["phi-in-subject", "phi-partner"]],
    ["PHI in the subject to an outsider", inSubject, [OUT], "block", ["phi-in-subject", "phi-outside"]],
    ["an identifier without health words in the subject", { findings: [finding({ phi: false, where: { kind: "subject" } })] }, [OUT], "allow", []],
    ["two patients to an outsider", { ...PHI, patients: 2 }, [OUT], "confirm", ["several-patients", "phi-outside"]],
    ["two patients to a partner", { ...PHI, patients: 2 }, [PARTNER], "protect", ["phi-partner"]],
    ["two people without PHI", { patients: 2 }, [OUT], "allow", []],
    ["a sensitive class to an outsider", { ...PHI, sensitive: ["hiv-sti"] }, [OUT], "confirm", ["sensitive-class", "phi-outside"]],
    ["a sensitive class without PHI", { sensitive: ["hiv-sti"] }, [OUT], "allow", []],
    ["PHI to webmail", PHI, [WEB], "confirm", ["personal-webmail", "phi-outside"]],
    ["no PHI to webmail", {}, [WEB], "allow", []],
    ["unread attachment to an outsider", { attachments: [READ, UNREAD] }, [OUT], "confirm", ["unread-attachment"]],
    ["partly read attachment to an outsider", { attachments: [PARTIAL] }, [OUT], "confirm", ["unread-attachment"]],
    ["read attachment to an outsider", { attachments: [READ] }, [OUT], "allow", []],
    ["unread attachment to a partner", { attachments: [UNREAD] }, [PARTNER], "protect", ["unread-attachment"]],
    ["PHI, no recipients at all", PHI, [], "protect", ["phi-outside"]],
    ["unread attachment, no recipients at all", { attachments: [UNREAD] }, [], "confirm", ["unread-attachment"]],
    ["PHI to an address that cannot be read", PHI, ["ann@clinic.example, x"], "protect", ["phi-outside"]],
    ["everything", { ...inSubject, patients: 4, sensitive: ["minor"], attachments: [UNREAD] }, [WEB], "block",
      ["phi-in-subject", "several-patients", "sensitive-class", "personal-webmail", "unread-attachment", "phi-outside"]],
  ];
  test.each(cases)("%s", (_what, over, to, action, codes) => {
    const verdict = judge(over, to);
    expect(verdict.action).toBe(action);
    expect(verdict.reasons.map((reason) => reason.code)).toEqual(codes);
    expect(verdict.protections).toEqual(action === "protect" ? { header: true, labelId: LABEL } : { header: false });
  });

  test("it reads as a valid policy and comes back the same", () => {
    expect(parsePolicy(JSON.parse(JSON.stringify(DEFAULT_POLICY)))).toEqual({ ok: true, value: DEFAULT_POLICY });
  });
});

describe("a recorded reason", () => {
  test("turns confirm into protect and keeps the reasons", () => {
    const verdict = judge({ ...PHI, patients: 2 }, [OUT], { overridden: true });
    expect(verdict.action).toBe("protect");
    expect(verdict.reasons[0]).toEqual({ ruleId: "several-patients", then: "confirm", code: "several-patients" });
    expect(verdict.protections).toEqual({ header: true, labelId: LABEL });
  });
  test("never touches block, protect or allow", () => {
    expect(judge({ ...inSubject, patients: 2 }, [OUT], { overridden: true }).action).toBe("block");
    expect(judge(PHI, [OUT], { overridden: true }).action).toBe("protect");
    expect(judge({}, [OUT], { overridden: true }).action).toBe("allow");
  });
});

describe("protection that the sender asks for", () => {
  const asked = { protectionAsked: true };
  test("turns allow into protect, with the label, and says why", () => {
    expect(judge({}, [OUT], asked)).toMatchObject({
      action: "protect", protections: { header: true, labelId: LABEL }, reasons: [{ ruleId: "protection-asked", then: "protect", code: "asked" }],
    });
    expect(judge({}, [IN], { ...asked, policy: { ...POLICY, rules: [] } }).action).toBe("protect");
  });
  test("softens nothing and adds nothing where a rule says more", () => {
    for (const [over, to] of [[PHI, OUT], [{ ...PHI, patients: 2 }, OUT], [inSubject, OUT]] as const) expect(judge(over, [to], asked)).toEqual(judge(over, [to]));
  });
  test("is offered where the policy protects messages", () => {
    const none: Policy = { ...POLICY, rules: [{ id: "stop", when: { phi: true }, then: "block" }], protection: { labelOrder: [] } };
    expect([DEFAULT_POLICY, POLICY, none, { ...none, protection: POLICY.protection }].map(offersProtection)).toEqual([true, true, false, true]);
  });
});

describe("rules of an organization", () => {
  const withRules = (...rules: readonly PolicyRule[]): Policy => ({ ...POLICY, rules });
  test("the strictest wins, in any order, and an allow never softens", () => {
    const rules: readonly PolicyRule[] = [
      { id: "free", when: {}, then: "allow" },
      { id: "ask", when: { phi: true }, then: "confirm" },
      { id: "stop", when: { audience: ["outside"], phi: true }, then: "block" },
    ];
    for (const order of [rules, [...rules].reverse()]) {
      const verdict = judge(PHI, [OUT], { policy: withRules(...order) });
      expect(verdict.action).toBe("block");
      expect(verdict.reasons.map((reason) => reason.then)).toEqual(["block", "confirm", "allow"]);
    }
  });
  const cases: readonly (readonly [when: PolicyRule["when"], over: Partial<Assessment>, to: readonly string[], holds: boolean])[] = [
    [{ audience: ["internal"] }, {}, [IN, OUT], true],
    [{ audience: ["internal"] }, {}, [OUT], false],
    [{ audience: ["internal", "partner"] }, {}, [PARTNER], true],
    [{ phi: false }, {}, [OUT], true],
    [{ phi: false }, PHI, [OUT], false],
    [{ minPatients: 3 }, { ...PHI, patients: 2 }, [OUT], false],
    [{ sensitive: ["genetic"] }, { ...PHI, sensitive: ["minor"] }, [OUT], false],
    [{ sensitive: ["genetic", "minor"] }, { ...PHI, sensitive: ["minor"] }, [OUT], true],
    [{ sensitive: true }, { sensitive: ["minor"] }, [OUT], false],
    [{ webmail: false }, {}, [WEB], false],
    [{ webmail: true }, {}, [IN, WEB], true],
    [{ unreadAttachment: false }, { attachments: [PARTIAL] }, [OUT], false],
    [{ unreadAttachment: ["encrypted", "bomb"] }, { attachments: [{ status: "unread", reason: "encrypted" }] }, [OUT], true],
    [{ unreadAttachment: ["encrypted", "bomb"] }, { attachments: [{ status: "unread", reason: "image" }] }, [OUT], false],
    [{ unreadAttachment: ["encrypted"] }, { attachments: [{ status: "partial", reason: "bomb", inside: ["bomb", "encrypted"] }] }, [OUT], true],
    [{ unreadAttachment: ["encrypted"] }, { attachments: [{ status: "unread" }] }, [OUT], true],
    [{ unreadAttachment: ["encrypted"] }, { attachments: [{ status: "scanned" }] }, [OUT], false],
    [{ phiInSubject: false }, PHI, [OUT], true],
  ];
  test.each(cases)("%j", (when, over, to, holds) => {
    expect(judge(over, to, { policy: withRules({ id: "r", when, then: "block" }) }).action).toBe(holds ? "block" : "allow");
  });
  test("identifiers that a long file does not list are counted", () => {
    const { counts } = judge({ ...PHI, unlisted: { A: 40, H: 7 } }, [OUT], { policy: withRules() });
    const listed = judge(PHI, [OUT], { policy: withRules() }).counts.byPart;
    expect(counts.byPart).toEqual({ ...listed, A: 40 + (listed.A ?? 0), H: 7 + (listed.H ?? 0) });
  });
  test("no rules: nothing is asked", () => {
    expect(judge(PHI, [OUT], { policy: withRules() }).action).toBe("allow");
  });
  test("an inside domain at a webmail provider is inside, not webmail", () => {
    expect(judge(PHI, [WEB], { policy: { ...POLICY, insideDomains: ["gmail.com"] } }).counts.recipients).toEqual({ internal: 1, partner: 0, outside: 0, webmail: 0 });
  });
});

test("counts hold the patient side by class, recipients and attachments, and nothing else", () => {
  const { counts } = judge({
    ...PHI,
    patients: 2,
    findings: [
      finding(), finding({ part: "A", ruleId: "name" }), finding({ part: "A", phi: false }), finding({ part: "F", role: "sender", phi: false }),
      finding({ part: "health", role: "unknown", phi: false }),
    ],
    attachments: [READ, UNREAD, PARTIAL, READ],
  }, [IN, PARTNER, OUT, WEB]);
  expect(counts).toEqual({
    byPart: { H: 1, A: 2 }, patients: 2,
    recipients: { internal: 1, partner: 1, outside: 2, webmail: 1 }, attachments: { scanned: 2, partial: 1, unread: 1 },
  });
});

test.each(Object.keys(ERRORS) as ErrorCode[])("fault %s is never allow", (code) => {
  expect(faultVerdict(code, POLICY)).toMatchObject({ action: "block", protections: { header: false }, reasons: [{ code: "fault", then: "block" }] });
  expect(faultVerdict(code, { ...POLICY, onFault: "confirm" }).action).toBe("confirm");
  expect(faultVerdict(code, { ...POLICY, onFault: "confirm" }, true)).toMatchObject({ action: "protect", protections: { header: true, labelId: LABEL } });
  expect(faultVerdict(code, POLICY, true).action).toBe("block");
  expect(faultVerdict(code, POLICY).reasons[0]?.ruleId).toMatch(/^fault-[a-z-]{1,42}$/);
});
