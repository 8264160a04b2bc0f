/** Send, end to end: the built handler on Microsoft's own office.js, the real server behind it. */
import { PROTECT_HEADER, PROTECT_VALUE } from "../../src/contract/index.ts";
import { parseScenario } from "../../src/simulator/index.ts";
import type { Answer } from "../../src/simulator/index.ts";
import { PATIENCE, REFERRAL, startSimulated } from "./simulated.ts";
import type { Simulated } from "./simulated.ts";

jest.setTimeout(3 * PATIENCE);

let simulated: Simulated;
beforeAll(async () => {
  simulated = await startSimulated();
});
afterAll(() => simulated.stop());

type Line = Readonly<Record<string, unknown>>;
type Played = Extract<Answer, { readonly outcome: string }>;

async function play(line: Line): Promise<Played> {
  const scenario = await parseScenario(JSON.stringify({ id: "e2e", ...line }), () => Promise.reject(new Error("no files")));
  if ("error" in scenario) throw new Error(scenario.error);
  const answer = await simulated.player.play(scenario);
  if ("error" in answer) throw new Error(answer.error);
  // Whatever a case is about: nothing leaves this machine.
  expect(answer.offHost).toEqual([]);
  return answer;
}

const referral = { to: ["office@cardiology.example"], subject: "Referral", text: REFERRAL };
const STAMP = { [PROTECT_HEADER]: PROTECT_VALUE };

test("a clean mail goes without a sign of us", async () => {
  const answer = await play({ to: ["office@cardiology.example"], subject: "Lunch", text: "Shall we have lunch at noon on Friday?" });
  expect(answer).toMatchObject({ outcome: "sent", completed: 1, label: null, headers: {} });
  expect(answer.dialog).toBeUndefined();
});

test("PHI to a colleague goes as it is", async () => {
  expect(await play({ ...referral, to: ["tom@clinic.example"] })).toMatchObject({ outcome: "sent", completed: 1, headers: {} });
});

test.each([["text", referral], ["HTML", { ...referral, text: undefined, html: `<p>${REFERRAL.replaceAll("\n", "<br>")}</p>` }]])(
  "PHI in %s to an outsider gets label and header", async (_, line) => {
    const answer = await play(line);
    expect(answer).toMatchObject({ outcome: "sent", completed: 1, headers: STAMP });
    expect(answer.label).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.dialog).toBeUndefined();
  },
);

test("a remote image in the message is neither loaded nor in the way", async () => {
  const html = `<p>${REFERRAL}</p><img src="https://tracker.example/pixel.png"><div style="background:url(https://tracker.example/b.png)">x</div>`;
  expect(await play({ ...referral, text: undefined, html })).toMatchObject({ outcome: "sent", headers: STAMP });
});

test.each<[string, Line]>([
  ["PHI in the subject", { ...referral, subject: "Maria Lopez MRN 00482913 diabetes" }],
  ["PHI to personal webmail", { ...referral, to: ["maria.lopez@gmail.com"] }],
  ["an unread attachment", { ...referral, text: "See attached.", attachments: [{ name: "x.bin", base64: "AAECA//+" }] }],
])("%s is held with a reason and a way on", async (_, line) => {
  const answer = await play(line);
  expect(answer).toMatchObject({ outcome: "held", completed: 1, headers: {}, dialog: { buttons: ["Take Action", "Don't Send"] } });
  expect(answer.dialog?.text.length).toBeGreaterThan(20);
  expect(answer.dialog?.text.length).toBeLessThanOrEqual(500);
  expect(answer.dialog?.text).not.toMatch(/Maria|Lopez|00482913|x\.bin/);
});

test.each(["body-fails", "body-never-answers", "header-fails"])("%s: held by the handler itself, completed once", async (fault) => {
  expect(await play({ ...referral, faults: [fault] })).toMatchObject({ outcome: "held", completed: 1 });
});

test("a handler that throws never sends: Outlook's own time-out ends it", async () => {
  expect(await play({ ...referral, faults: ["handler-throws"] })).toMatchObject({ outcome: "held", completed: 0, ms: 300_000 });
});

test("an attachment that comes back empty is unread, not clean", async () => {
  const attachments = [{ name: "note.txt", base64: Buffer.from("Lunch at noon.").toString("base64") }];
  expect(await play({ ...referral, text: "See attached.", attachments, faults: ["attachment-empty"] })).toMatchObject({ outcome: "held" });
});

test("where the label fails, the header still carries the request", async () => {
  expect(await play({ ...referral, faults: ["label-fails"] })).toMatchObject({ outcome: "sent", label: null, headers: STAMP });
});

test("a server that never answered: the built-in policy protects", async () => {
  expect(await play({ ...referral, faults: ["server-down"] })).toMatchObject({ outcome: "sent", label: null, headers: STAMP });
});

test("a tampered policy is refused: it would have let everything go, and would have no label", async () => {
  expect(await play({ ...referral, faults: ["policy-tampered"] })).toMatchObject({ outcome: "sent", label: null, headers: STAMP });
  expect(await play({ ...referral, subject: "Maria Lopez MRN 00482913 diabetes", faults: ["policy-tampered"] })).toMatchObject({ outcome: "held" });
});

test.each(["Block", "SoftBlock", "PromptUser"])("%s: only PromptUser offers Send Anyway", async (mode) => {
  const answer = await play({ ...referral, mode, to: ["maria.lopez@gmail.com"] });
  expect(answer.outcome).toBe("held");
  expect(answer.dialog?.buttons.includes("Send Anyway")).toBe(mode === "PromptUser");
});
