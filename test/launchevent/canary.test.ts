import { HANDLERS, SESSION_KEYS } from "../../src/contract/index.ts";
import type { Policy } from "../../src/contract/index.ts";
import { buildHandler, createServer, loadHandler } from "./built-handler.ts";
import type { HandlerParts, Server } from "./built-handler.ts";

/** Planted everywhere a message has text; it must come out nowhere. */
const CANARY = "zanzibarquartz";
const MRN = "00482913";
const FULL = {
  subject: `${CANARY} Gonzalez MRN ${MRN}`,
  body: `<p>Patient: Maria ${CANARY}, DOB 03/14/1962, MRN ${MRN}. Diagnosis: type 2 diabetes mellitus.</p>`,
  from: `${CANARY}.sender@clinic.example`,
  to: [`${CANARY}@${CANARY}.example`],
  cc: [`${CANARY}.cc@gmail.com`],
  attachments: [
    { id: CANARY, name: `${CANARY}.txt`, content: Buffer.from(`Patient ${CANARY}, MRN ${MRN}, HIV`).toString("base64"), size: 40 },
    { id: "2", name: `${CANARY}.png`, content: "iVBORw0KGgo=", size: 8 },
  ],
};

let script = "";
beforeAll(() => {
  script = buildHandler();
}, 120_000);

const ACTIONS: readonly Policy["rules"][number]["then"][] = ["allow", "protect", "confirm", "block"];
const CALLS = [
  "subject.getAsync", "body.getAsync", "from.getAsync", "to.getAsync", "getAttachmentsAsync", "getAttachmentContentAsync", "internetHeaders.setAsync",
  "internetHeaders.getAsync", "sensitivityLabel.setAsync", "sessionData.getAsync", "roamingSettings.saveAsync",
];

const PATHS: readonly (readonly [string, Partial<HandlerParts>, Server])[] = [
  ["the default policy", {}, createServer()],
  ...ACTIONS.map((then) => [`always ${then}`, {}, createServer({ rules: [{ id: `always-${then}`, when: {}, then }] })] as const),
  ...CALLS.flatMap((call) => (["fail", "throw", "never"] as const).map(
    (behaviour) => [`${call} that behaves as ${behaviour}`, { behaviours: { [call]: behaviour } }, createServer({ rules: [{ id: "p", when: {}, then: "protect" }] })] as const,
  )),
  ["a context that throws", { office: { get context(): never { throw new Error(CANARY); } } }, createServer()],
];

const away: Server["fetch"] = () => Promise.reject(new Error(CANARY));
// Every other path finds the ledger away, so that the entry goes to the mailbox's settings instead.
const CASES = PATHS.map(([name, parts, server], index) => [name, parts, index % 2 === 0 ? server : { ...server, fetch: away }] as const);

test("nothing of a message stays with the draft when its files are read ahead, but that they were read", async () => {
  const server = createServer();
  const handler = loadHandler({ script, server, errorText: CANARY, model: { ...FULL, session: { [SESSION_KEYS.policy]: server.jws } } });
  await handler.run(HANDLERS.OnMessageAttachmentsChanged, 300_000);
  const { session, settings, savedSettings, headers } = handler.model;
  expect(session[SESSION_KEYS.attachments]?.length).toBeGreaterThan(500);
  const out = JSON.stringify([handler.completed, handler.logged, handler.unhandled.map(String), server.posted, headers, session, settings, savedSettings]);
  expect(out.toLowerCase()).not.toContain(CANARY);
  expect(out).not.toContain(MRN);
});

test.each(CASES)("nothing of the message comes out with %s", async (_name, parts, server) => {
  const handler = loadHandler({ script, server, errorText: CANARY, ...parts, model: { ...FULL, session: { [SESSION_KEYS.policy]: server.jws } } });
  await handler.run(HANDLERS.OnMessageSend, 300_000);
  expect(handler.completed).toHaveLength(1);
  const { headers, session, settings, savedSettings } = handler.model;
  const out = JSON.stringify([handler.completed, handler.logged, handler.unhandled.map(String), server.posted, headers, session, settings, savedSettings]);
  expect(out.toLowerCase()).not.toContain(CANARY);
  expect(out).not.toContain(MRN);
  expect(out).not.toContain("Gonzalez");
});
