import { HANDLERS, PANE_COMMAND_ID, PROTECT_HEADER, PROTECT_VALUE, SESSION_KEYS, SETTING_KEYS } from "../../src/contract/index.ts";
import type { Fetch, PaneContext, Policy } from "../../src/contract/index.ts";
import { draftDigest } from "../../src/outlook/index.ts";
import { buildHandler, createServer, loadHandler } from "./built-handler.ts";
import type { Handler, HandlerParts, Server } from "./built-handler.ts";

const SEND = HANDLERS.OnMessageSend;
const FIVE_MINUTES = 300_000;
const LABEL = "aaaaaaaa-0000-4000-8000-000000000002";
const LETTER = "<p>Patient: Maria Gonzalez, DOB 03/14/1962, MRN 00482913. Diagnosis: type 2 diabetes mellitus. Started on metformin.</p>";

let script = "";
beforeAll(() => {
  script = buildHandler();
}, 120_000);

function always(then: Policy["rules"][number]["then"], rest: Partial<Policy> = {}): Server {
  return createServer({ rules: [{ id: `always-${then}`, when: {}, then }], ...rest });
}

/** A draft that was open before: the policy lies in its session data. */
function load(parts: Partial<HandlerParts> & { readonly server?: Server | undefined } = {}): Handler {
  const { server = createServer(), model, ...rest } = parts;
  return loadHandler({ script, server, ...rest, model: { session: { [SESSION_KEYS.policy]: server.jws }, ...model } });
}

async function send(handler: Handler, ms = FIVE_MINUTES) {
  await handler.run(SEND, ms);
  expect(handler.completed).toHaveLength(1);
  expect(handler.unhandled).toEqual([]);
  expect(handler.logged).toEqual([]);
  expect(handler.leaked()).toEqual([]);
  const [options] = handler.completed;
  if (options === undefined) throw new Error("completed without options");
  return options;
}

function expectHeld(options: Awaited<ReturnType<typeof send>>): PaneContext {
  expect(options).toMatchObject({ allowEvent: false, commandId: PANE_COMMAND_ID });
  expect(options.errorMessage).toMatch(/\S/);
  expect(options.errorMessage?.length).toBeLessThanOrEqual(500);
  expect(options.errorMessageMarkdown?.length).toBeLessThanOrEqual(500);
  expect(options).not.toHaveProperty("cancelLabel");
  expect(options).not.toHaveProperty("sendModeOverride");
  return JSON.parse(options.contextData as string) as PaneContext;
}

test("associates every handler of the manifest at load", () => {
  expect([...load().associated.keys()].sort()).toEqual([...Object.values(HANDLERS)].sort());
});

describe("what goes", () => {
  test("clean mail goes with nothing else said", async () => {
    const server = createServer();
    const handler = load({ server });
    expect(await send(handler)).toEqual({ allowEvent: true });
    expect(handler.model.headers).toEqual({});
    expect(server.entries()).toMatchObject([{ event: "decision", action: "allow", outcome: "sent", policyVersion: 5, applied: { header: false, label: false } }]);
  });

  test("PHI to an outsider goes with label and header", async () => {
    const server = createServer({ protection: { labelId: LABEL, labelOrder: [LABEL] } });
    const handler = load({ server, model: { body: LETTER, labels: [LABEL], session: { [SESSION_KEYS.policy]: server.jws } } });
    expect(await send(handler)).toEqual({ allowEvent: true });
    expect(handler.model).toMatchObject({ headers: { [PROTECT_HEADER]: PROTECT_VALUE }, label: LABEL });
    expect(server.entries()).toMatchObject([{ action: "protect", outcome: "sent", applied: { header: true, label: true } }]);
  });

  test("PHI among colleagues goes as it is", async () => {
    expect(await send(load({ model: { body: LETTER, to: ["nurse@clinic.example"] } }))).toEqual({ allowEvent: true });
  });

  test("a mail that became clean loses the header of an earlier try", async () => {
    const handler = load({ model: { headers: { [PROTECT_HEADER]: PROTECT_VALUE } } });
    expect(await send(handler)).toEqual({ allowEvent: true });
    expect(handler.model.headers).toEqual({});
  });

  test("clean mail that the sender wants protected goes so, and the ledger learns why", async () => {
    const server = createServer();
    const handler = load({ server, model: { session: { [SESSION_KEYS.policy]: server.jws, [SESSION_KEYS.protect]: "asked" } } });
    expect(await send(handler)).toEqual({ allowEvent: true });
    expect(handler.model.headers).toEqual({ [PROTECT_HEADER]: PROTECT_VALUE });
    expect(server.entries()).toMatchObject([{ action: "protect", reasons: [{ ruleId: "protection-asked", code: "asked" }], applied: { header: true } }]);
  });

  test("where that wish cannot be read, the header it set stays", async () => {
    const handler = load({ model: { headers: { [PROTECT_HEADER]: PROTECT_VALUE } }, behaviours: { "sessionData.getAsync": "fail" } });
    expect(await send(handler)).toEqual({ allowEvent: true });
    expect(handler.model.headers).toEqual({ [PROTECT_HEADER]: PROTECT_VALUE });
  });

  test("a label that fails costs nothing but the label", async () => {
    const server = always("protect", { protection: { labelId: LABEL, labelOrder: [] } });
    const handler = load({ server, behaviours: { "sensitivityLabel.setAsync": "fail" } });
    expect(await send(handler)).toEqual({ allowEvent: true });
    expect(server.entries()).toMatchObject([{ applied: { header: true, label: false } }]);
  });

  test("a recorded reason for exactly this draft lets a confirm go, protected", async () => {
    const server = always("confirm");
    const first = load({ server });
    expectHeld(await send(first));
    const draft = {
      from: { address: "dr.rivera@clinic.example" }, recipients: [{ address: "friend@elsewhere.example", field: "to" as const }],
      subject: first.model.subject, body: { format: "html" as const, content: first.model.body }, attachments: [],
    };
    const override = JSON.stringify({ digest: draftDigest(draft), reason: "treatment", at: "2026-01-05T09:00:00.000Z" });
    const session = { [SESSION_KEYS.policy]: server.jws, [SESSION_KEYS.override]: override };
    const second = load({ server, model: { session } });
    expect(await send(second)).toEqual({ allowEvent: true });
    expect(second.model.headers).toEqual({ [PROTECT_HEADER]: PROTECT_VALUE });
    expect(server.entries().at(-1)).toMatchObject({ action: "protect", outcome: "sent", override: "treatment" });
    const changed = load({ server, model: { session, body: `${first.model.body}<p>more</p>` } });
    expect(expectHeld(await send(changed)).action).toBe("confirm");
  });
});

describe("what is held", () => {
  test("PHI in the subject", async () => {
    const server = createServer();
    const context = expectHeld(await send(load({ server, model: { subject: "Maria Gonzalez MRN 00482913 diabetes", body: LETTER } })));
    expect(context).toMatchObject({ schema: 1, action: "block" });
    expect(context.ruleIds).toContain("phi-in-subject");
    expect(server.entries()).toMatchObject([{ action: "block", outcome: "held" }]);
  });

  test("in Spanish where Outlook speaks Spanish", async () => {
    const options = await send(load({ server: always("block"), model: { displayLanguage: "es-MX" } }));
    expectHeld(options);
    expect(options.errorMessage).toContain("mensaje");
  });

  test("each time with another nonce, so that a stale pane is told from a fresh one", async () => {
    const nonces = [];
    for (let index = 0; index < 3; index += 1) nonces.push(expectHeld(await send(load({ server: always("block") }))).nonce);
    expect(new Set(nonces).size).toBe(3);
  });

  type FaultCase = readonly [string, Partial<HandlerParts>, string];
  const reads = ["subject.getAsync", "body.getAsync", "from.getAsync", "to.getAsync", "getAttachmentsAsync"];
  const faults: readonly FaultCase[] = [
    ...reads.flatMap((call): readonly FaultCase[] => [
      [`${call} fails`, { behaviours: { [call]: "fail" } }, "OUTLOOK_CALL_FAILED"],
      [`${call} throws`, { behaviours: { [call]: "throw" } }, "OUTLOOK_CALL_FAILED"],
      [`${call} never answers`, { behaviours: { [call]: "never" } }, "OUTLOOK_CALL_TIMEOUT"],
      [`${call} succeeds with nothing`, { behaviours: { [call]: "empty" } }, "OUTLOOK_CALL_EMPTY"],
    ]),
    ["there is no item", { without: ["mailbox.item"] }, "OUTLOOK_MEMBER_MISSING"],
    ["there is no body", { without: ["item.body"] }, "OUTLOOK_MEMBER_MISSING"],
    ["there is no context", { office: { context: undefined } }, "OUTLOOK_MEMBER_MISSING"],
    ["the context throws", { office: { get context(): never { throw new Error("gone"); } } }, "INTERNAL"],
  ];
  test.each(faults)("when %s", async (_name, parts, fault) => {
    const server = createServer();
    const context = expectHeld(await send(load({ server, ...parts })));
    expect(context).toMatchObject({ action: "block", fault });
    expect(server.entries()).toMatchObject([{ action: "block", outcome: "held", fault, applied: { header: false, label: false } }]);
  });

  test.each(["fail", "throw", "never", { value: undefined }] as const)("when the header behaves as %p", async (behaviour) => {
    const server = always("protect");
    const handler = load({ server, behaviours: { "internetHeaders.setAsync": behaviour } });
    expect(expectHeld(await send(handler))).toMatchObject({ fault: "PROTECTION_NOT_APPLIED" });
    expect(server.entries()).toMatchObject([{ outcome: "held", fault: "PROTECTION_NOT_APPLIED", applied: { header: false } }]);
  });

  test("when the policy answers faults with confirm, the dialog says so, and the mail is held all the same", async () => {
    const server = createServer({ onFault: "confirm" });
    expect(expectHeld(await send(load({ server, behaviours: { "body.getAsync": "fail" } })))).toMatchObject({ action: "confirm" });
  });

  test("in time for Outlook's own limit, when the check hangs for minutes", async () => {
    const attachments = Array.from({ length: 20 }, (_, index) => ({ id: `${index}`, name: `${index}.txt`, content: "eA==" }));
    const handler = load({ model: { attachments }, behaviours: { getAttachmentContentAsync: "never" } });
    expect(expectHeld(await send(handler, 240_000))).toMatchObject({ action: "confirm", ruleIds: expect.arrayContaining(["unread-attachment"]) });
  });
});

describe("Outlook that answers oddly", () => {
  test("answers that come twice change nothing", async () => {
    const calls = ["subject.getAsync", "body.getAsync", "to.getAsync", "internetHeaders.setAsync", "internetHeaders.getAsync", "sessionData.getAsync"];
    const handler = load({ server: always("protect"), behaviours: Object.fromEntries(calls.map((call) => [call, "twice"])) });
    expect(await send(handler)).toEqual({ allowEvent: true });
  });

  test("an answer after the time is up releases nothing", async () => {
    const handler = load({ behaviours: { "body.getAsync": "later" } });
    await handler.run(SEND, 10_000);
    expect(handler.completed).toMatchObject([{ allowEvent: false }]);
    handler.release();
    await handler.clock.advance(FIVE_MINUTES);
    expect(handler.completed).toHaveLength(1);
  });

  test("a completed() that throws is not called again", async () => {
    const handler = load();
    let calls = 0;
    handler.associated.get(SEND)?.({ completed: () => { calls += 1; throw new Error("host is gone"); } });
    await handler.clock.advance(FIVE_MINUTES);
    expect(calls).toBe(1);
  });

  test("an engine without timers still judges", async () => {
    expect(await send(load({ timers: false }))).toEqual({ allowEvent: true });
  });

  test("without timers a read that never comes releases nothing", async () => {
    const handler = load({ timers: false, behaviours: { "body.getAsync": "never" } });
    await handler.run(SEND, FIVE_MINUTES);
    expect(handler.completed).toEqual([]);
  });
});

describe("the policy", () => {
  const phi = { body: LETTER };

  test("of the mailbox holds where the server and the session are away", async () => {
    const server = always("block");
    const away: Server = { ...server, fetch: () => Promise.reject(new TypeError("Network request failed")) };
    const handler = load({ server: away, model: { session: {}, settings: { [SETTING_KEYS.lastPolicy]: server.jws } } });
    expect(expectHeld(await send(handler))).toMatchObject({ ruleIds: ["always-block"] });
    expect(JSON.parse(handler.model.savedSettings[SETTING_KEYS.auditQueue] as string)).toMatchObject({ entries: [{ outcome: "held" }], lost: 0 });
  });

  test("that was tampered with is refused: the built-in one protects, and the ledger learns of it", async () => {
    const server = createServer();
    const forged = createServer({ rules: [] }).jws.replace(/\.[^.]+$/, server.jws.slice(server.jws.lastIndexOf(".")));
    const away: Fetch = (url, init) => (init?.method === "POST" ? server.fetch(url, init) : Promise.reject(new TypeError("offline")));
    const handler = load({ server: { ...server, fetch: away }, model: { ...phi, session: { [SESSION_KEYS.policy]: forged } } });
    expect(await send(handler)).toEqual({ allowEvent: true });
    expect(handler.model.headers).toEqual({ [PROTECT_HEADER]: PROTECT_VALUE });
    expect(server.entries()).toMatchObject([{ action: "protect", policyVersion: 1, fault: "POLICY_SIGNATURE" }]);
  });

  test("built in holds without fetch, without a stamp and without stores", async () => {
    const handler = loadHandler({ script, model: phi, without: ["item.sessionData", "roamingSettings"] });
    expect(await send(handler)).toEqual({ allowEvent: true });
    expect(handler.model.headers).toEqual({ [PROTECT_HEADER]: PROTECT_VALUE });
  });
});

describe("while a mail is written", () => {
  const COMPOSE = [HANDLERS.OnNewMessageCompose, HANDLERS.OnMessageCompose, HANDLERS.OnMessageRecipientsChanged, HANDLERS.OnMessageAttachmentsChanged];

  test.each(COMPOSE)("%s fetches the policy, hands over what waits, and ends once", async (name) => {
    const server = createServer();
    const waiting = JSON.stringify({ schema: 1, entries: [{ id: "a".repeat(32) }], lost: 0 });
    const handler = loadHandler({ script, server, model: { settings: { [SETTING_KEYS.auditQueue]: waiting } } });
    await handler.run(name);
    expect(handler.completed).toEqual([undefined]);
    expect(handler.model.session[SESSION_KEYS.policy]).toBe(server.jws);
    expect(handler.model.savedSettings[SETTING_KEYS.lastPolicy]).toBe(server.jws);
    expect(server.posted).toHaveLength(1);
    expect(handler.model.savedSettings).not.toHaveProperty(SETTING_KEYS.auditQueue);
  });

  test.each(COMPOSE)("%s ends in time with a server that never answers", async (name) => {
    const server: Server = { ...createServer(), fetch: () => new Promise(() => undefined) };
    const handler = loadHandler({ script, server });
    await handler.run(name, 12_000);
    expect(handler.completed).toEqual([undefined]);
    expect(handler.unhandled).toEqual([]);
  });

  test.each(COMPOSE)("%s ends with an Outlook that has nothing", async (name) => {
    const handler = loadHandler({ script, office: { get context(): never { throw new Error("gone"); } } });
    await handler.run(name, 12_000);
    expect(handler.completed).toEqual([undefined]);
    expect(handler.unhandled).toEqual([]);
  });
});
