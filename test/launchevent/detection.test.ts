/** A signed policy that adds to detection, on its way through the built handler. */
import fc from "fast-check";
import { HANDLERS, SESSION_KEYS } from "../../src/contract/index.ts";
import type { PolicyDetection, PolicyRule } from "../../src/contract/index.ts";
import { keyedHash } from "../../src/client/index.ts";
import { assess, knownPatientKey } from "../../src/detect/index.ts";
import { detections, mails, TODAY } from "../detect/org-arbitrary.ts";
import { buildHandler, createServer, loadHandler } from "./built-handler.ts";

const RULES: readonly PolicyRule[] = [
  { id: "sensitive", when: { phi: true, sensitive: true }, then: "confirm" }, { id: "several", when: { phi: true, minPatients: 2 }, then: "confirm" }, { id: "phi", when: { phi: true }, then: "block" },
];
const NOON = Date.parse(`${TODAY}T12:00:00Z`);
const KEY = Buffer.alloc(32, 9).toString("base64url");

let script = "";
beforeAll(() => {
  script = buildHandler();
}, 120_000);

interface Sent {
  readonly allowed: boolean | undefined;
  readonly ruleIds: readonly string[];
}

/** Sends a plain-text mail under the policy. */
async function send(detection: PolicyDetection, content: string, now = NOON): Promise<Sent> {
  const server = createServer({ rules: RULES, detection });
  const handler = loadHandler({ script, server, model: { subject: "", body: `<pre>${escape(content)}</pre>`, session: { [SESSION_KEYS.policy]: server.jws } } });
  await handler.clock.advance(now - handler.clock.now());
  await handler.run(HANDLERS.OnMessageSend, 300_000);
  expect(handler.completed).toHaveLength(1);
  expect(handler.unhandled).toEqual([]);
  const [options] = handler.completed;
  // Another version would be the built-in policy: ours was refused.
  expect(server.entries()).toMatchObject([{ policyVersion: 5 }]);
  const context = options?.contextData === undefined ? { ruleIds: [] } : JSON.parse(options.contextData as string) as { ruleIds: string[] };
  return { allowed: options?.allowEvent, ruleIds: context.ruleIds };
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const MRN = { patterns: [{ id: "clinic-mrn", pattern: "[KX]\\d{6}", part: "H" }] } as const;

test.each<readonly [what: string, detection: PolicyDetection, text: string, ruleId: string | undefined]>([
  ["nothing of its own", {}, "K004829 has type 2 diabetes.", undefined],
  ["an id pattern", MRN, "K004829 has type 2 diabetes.", "phi"],
  ["an id pattern, two patients", MRN, "K004829 has type 2 diabetes.\nX004830 has asthma.", "several"],
  ["a keyword of a sensitive class", { keywords: [{ id: "recovery", words: ["Haven House"], meaning: "sensitive", sensitive: "substance-use" }] }, "Patient Maria Lopez went to Haven House.", "sensitive"],
  ["a cue word", { cueWords: { mrn: ["patnr"] } }, "PATNR. 0048291 was seen for asthma.", "phi"],
  ["an allowed value", { allow: [{ value: "00482913", until: TODAY }] }, "MRN 00482913 has asthma", undefined],
  ["an allowed value of yesterday", { allow: [{ value: "00482913", until: "2026-05-31" }] }, "MRN 00482913 has asthma", "phi"],
  ["a known patient", { knownPatients: { key: KEY, hashes: [keyedHash(KEY, knownPatientKey("Rosa Delgado") ?? "")] } }, "Rosa Delgado mentioned it on Friday. Asthma came up later in the call.", "phi"],
])("%s", async (_what, detection, text, ruleId) => {
  const { allowed, ruleIds } = await send(detection, text);
  expect(allowed).toBe(ruleId === undefined);
  if (ruleId !== undefined) expect(ruleIds).toContain(ruleId);
});

test("whatever the policy adds, the handler judges as the source does", async () => {
  await fc.assert(fc.asyncProperty(detections, mails, async (detection, content) => {
    const body = { format: "html" as const, content: `<pre>${escape(content)}</pre>` };
    const expected = assess({ subject: "", body, attachments: [], recipients: [{ address: "friend@elsewhere.example" }], from: { address: "dr.rivera@clinic.example" } }, { detection, today: TODAY, hash: keyedHash });
    const { allowed, ruleIds } = await send(detection, content);
    expect(allowed).toBe(!expected.phi);
    if (!expected.phi) return;
    expect(ruleIds.includes("sensitive")).toBe(expected.sensitive.length > 0);
    expect(ruleIds.includes("several")).toBe(expected.patients >= 2);
  }), { numRuns: 40 });
}, 120_000);
