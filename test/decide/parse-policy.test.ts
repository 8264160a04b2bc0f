import { DEFAULT_POLICY, parsePolicy } from "../../src/decide/index.ts";

const GUID = "AAAAAAAA-2222-3333-4444-555555555555";
const base = { ...DEFAULT_POLICY, webmailDomains: ["gmail.com"] };
const rule = base.rules[0]!;

function problems(json: unknown): readonly string[] {
  const result = parsePolicy(json);
  return result.ok ? [] : result.problems;
}

const bad: readonly (readonly [what: string, json: unknown, sentence: RegExp])[] = [
  ["null", null, /^policy: must be an object; found null\.$/],
  ["a list", [], /^policy: must be an object; found a list\.$/],
  ["a text", "x", /^policy: must be an object/],
  ["an unknown key", { ...base, rulez: [] }, /^policy: has an unknown key "rulez"; remove it/],
  ["a prototype key", JSON.parse(JSON.stringify(base).replace("{", "{\"__proto__\":{\"a\":1},")), /unknown key "__proto__"/],
  ["schema 2", { ...base, schema: 2 }, /^schema: must be 1; found 2/],
  ["an empty name", { ...base, name: " " }, /^name: /],
  ["version 0", { ...base, version: 0 }, /^version: must be a whole number from 1 up; found 0/],
  ["version as text", { ...base, version: "3" }, /^version: .*found "3"/],
  ["a version past exactness", { ...base, version: 2 ** 53 }, /^version: /],
  ["a local time", { ...base, issuedAt: "2026-01-31T08:00:00" }, /^issuedAt: .*UTC/],
  ["a day that does not exist", { ...base, issuedAt: "2026-02-30T08:00:00Z" }, /^issuedAt: /],
  ["domains as text", { ...base, insideDomains: "clinic.example" }, /^insideDomains: must be a list/],
  ["a bare label", { ...base, insideDomains: ["com"] }, /^insideDomains\[0\]: "com" is not a domain; write it like/],
  ["a number as domain", { ...base, partnerDomains: ["lab.example", 5] }, /^partnerDomains\[1\]: 5 is not a domain/],
  ["a star", { ...base, insideDomains: ["*.clinic.example"] }, /^insideDomains\[0\]: .*write "clinic\.example"/],
  ["an address for a domain", { ...base, insideDomains: ["ann@clinic.example"] }, /^insideDomains\[0\]: .*write "clinic\.example"/],
  ["a domain twice", { ...base, insideDomains: ["clinic.example", "Clinic.Example."] }, /^insideDomains: holds "clinic\.example" twice/],
  ["inside and partner", { ...base, insideDomains: ["a.example"], partnerDomains: ["a.example"] }, /^partnerDomains: "a\.example" is an inside domain too/],
  ["inside and webmail", { ...base, insideDomains: ["gmail.com"] }, /^insideDomains: "gmail\.com" is a webmail provider/],
  ["rules as object", { ...base, rules: {} }, /^rules: must be a list; found an object/],
  ["a rule without id", { ...base, rules: [{ when: {}, then: "block" }] }, /^rules\[0\]: lacks "id"; add it\.$/],
  ["a bad rule id", { ...base, rules: [{ ...rule, id: "Bad Id" }] }, /^rules\[0\]\.id: "Bad Id" is not a rule id/],
  ["a reserved rule id", { ...base, rules: [{ ...rule, id: "fault-x" }] }, /^rules\[0\]\.id: .*kept for faults/],
  ["a rule id twice", { ...base, rules: [rule, rule] }, /^rules: holds "phi-in-subject" twice/],
  ["an unknown action", { ...base, rules: [{ ...rule, then: "warn" }] }, /^rules\[0\]\.then: must be one of allow, protect, confirm, block; found "warn"/],
  ["an unknown condition", { ...base, rules: [{ ...rule, when: { who: 1 } }] }, /^rules\[0\]\.when: has an unknown key "who"/],
  ["an unknown reason", { ...base, rules: [{ ...rule, when: { unreadAttachment: ["locked"] } }] }, /^rules\[0\]\.when\.unreadAttachment\[0\]: must be one of encrypted, image-only/],
  ["no reason", { ...base, rules: [{ ...rule, when: { unreadAttachment: [] } }] }, /^rules\[0\]\.when\.unreadAttachment: is empty/],
  ["a reason as text", { ...base, rules: [{ ...rule, when: { unreadAttachment: "bomb" } }] }, /^rules\[0\]\.when\.unreadAttachment: must be true, false or a list of reasons; found "bomb"/],
  ["limits as a list", { ...base, attachments: [] }, /^attachments: must be an object; found a list/],
  ["an unknown limit", { ...base, attachments: { bytes: 5 } }, /^attachments: has an unknown key "bytes"/],
  ["a limit that reads nothing", { ...base, attachments: { megabytes: 0 } }, /^attachments\.megabytes: must be a whole number from 1 to 150; found 0/],
  ["half a second", { ...base, attachments: { secondsPerFile: 0.5 } }, /^attachments\.secondsPerFile: must be a whole number from 1 to 60; found 0\.5/],
  ["an unknown audience", { ...base, rules: [{ ...rule, when: { audience: ["outsiders"] } }] }, /^rules\[0\]\.when\.audience\[0\]: must be one of internal/],
  ["an empty audience", { ...base, rules: [{ ...rule, when: { audience: [] } }] }, /^rules\[0\]\.when\.audience: is empty/],
  ["phi as text", { ...base, rules: [{ ...rule, when: { phi: "yes" } }] }, /^rules\[0\]\.when\.phi: must be true or false; found "yes"/],
  ["half a patient", { ...base, rules: [{ ...rule, when: { minPatients: 1.5 } }] }, /^rules\[0\]\.when\.minPatients: /],
  ["sensitive false", { ...base, rules: [{ ...rule, when: { sensitive: false } }] }, /^rules\[0\]\.when\.sensitive: must be true or a list/],
  ["an unknown class", { ...base, rules: [{ ...rule, when: { sensitive: ["dental"] } }] }, /^rules\[0\]\.when\.sensitive\[0\]: /],
  ["a rule that never holds", { ...base, rules: [{ ...rule, when: { phi: false, sensitive: true } }] }, /^rules\[0\]\.when: .*never hold/],
  ["onFault allow", { ...base, onFault: "allow" }, /^onFault: must be one of block, confirm; found "allow"/],
  ["a bad label", { ...base, protection: { labelId: "Confidential", labelOrder: [] } }, /^protection\.labelId: "Confidential" is not a label GUID/],
  ["a label out of order", { ...base, protection: { labelId: GUID, labelOrder: ["11111111-2222-3333-4444-555555555555"] } }, /^protection\.labelOrder: does not hold labelId/],
  ["no label order", { ...base, protection: {} }, /^protection: lacks "labelOrder"; add it\.$/],
];

test.each(bad)("%s gives one sentence", (_what, json, sentence) => {
  const found = problems(json);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(sentence);
});

test("every missing key is named, all at once", () => {
  expect(problems({})).toHaveLength(10);
});

test("all problems come at once", () => {
  const found = problems({ ...base, version: -1, insideDomains: ["x"], rules: [{ id: "a", when: {}, then: "no" }, 3], onFault: "open" });
  expect(found.map((one) => one.slice(0, one.indexOf(":")))).toEqual(["insideDomains[0]", "rules[0].then", "rules[1]", "onFault", "version"]);
});

test("rubbish is answered briefly", () => {
  const found = problems({ ...base, insideDomains: Array.from({ length: 4000 }, (_, i) => i) });
  expect(found.length).toBeLessThanOrEqual(101);
  expect(problems({ ...base, rules: Array.from({ length: 201 }, () => rule) })).toEqual(["rules: has 201 entries; at most 200 are allowed."]);
  expect(problems({ ...base, ["k".repeat(5000)]: 1 })[0]!.length).toBeLessThan(300);
});

test("domains and GUIDs come back in canonical form", () => {
  const result = parsePolicy({ ...base, insideDomains: ["Bücher.Example."], protection: { labelId: GUID, labelOrder: [GUID] } });
  expect(result.ok && result.value).toMatchObject({
    insideDomains: ["xn--bcher-kva.example"], protection: { labelId: GUID.toLowerCase(), labelOrder: [GUID.toLowerCase()] },
  });
});

test("limits and reasons of attachments come as they stand", () => {
  const attachments = { megabytes: 10, depth: 2, secondsInAll: 60, documentPictureKB: 0 };
  const rules = [{ id: "locked", when: { unreadAttachment: ["encrypted", "bomb"] }, then: "block" }];
  expect(parsePolicy({ ...base, attachments, rules })).toMatchObject({ ok: true, value: { attachments, rules } });
});
