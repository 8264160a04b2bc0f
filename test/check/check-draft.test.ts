import { checkDraft, parseOverride } from "../../src/check/index.ts";
import type { CheckRequest } from "../../src/check/index.ts";
import { AppError, codeOf } from "../../src/contract/index.ts";
import type { AttachmentInfo, AttachmentRead, Draft, DraftReader, Policy } from "../../src/contract/index.ts";
import { DEFAULT_POLICY } from "../../src/decide/index.ts";
import { createClock } from "../support/fake-office-clock.ts";

const base64 = (text: string): string => Buffer.from(text, "utf8").toString("base64");
const file = (name: string, changes: Partial<AttachmentInfo> = {}): AttachmentInfo => ({ id: name, name, size: 10, kind: "file", inline: false, ...changes });

const DRAFT: Draft = {
  from: { address: "dr@clinic.example" },
  recipients: [{ address: "friend@elsewhere.example", field: "to" }],
  subject: "Lunch",
  body: { format: "html", content: "<p>Noon?</p>" },
  attachments: [],
};
const LETTER = "Patient: Maria Gonzalez, DOB 03/14/1962, MRN 00482913. Diagnosis: type 2 diabetes mellitus. Started on metformin.";

type Reads = Readonly<Record<string, () => Promise<AttachmentRead>>>;

function reader(draft: Draft, reads: Reads = {}): DraftReader {
  return { readDraft: () => Promise.resolve(draft), readAttachment: ({ id }) => reads[id]?.() ?? Promise.resolve({ unread: "not-provided" }) };
}

function setUp(changes: Partial<CheckRequest> & { readonly draft?: Draft; readonly reads?: Reads } = {}) {
  const { draft = DRAFT, reads = {}, ...rest } = changes;
  const clock = createClock();
  const check = () => checkDraft({ reader: reader(draft, reads), policy: DEFAULT_POLICY, timers: clock, digestOf: ({ subject }) => `digest-${subject}`, keyedHash: (_key, text) => text, ...rest });
  return { clock, check };
}

const asking: Policy = { ...DEFAULT_POLICY, rules: [{ id: "ask", when: {}, then: "confirm" }] };

test("clean mail is allowed", async () => {
  const { check, clock } = setUp();
  expect(await check()).toMatchObject({ draft: DRAFT, texts: [], digest: "digest-Lunch", assessment: { phi: false }, verdict: { action: "allow" } });
  expect(clock.pending()).toBe(0);
});

test("PHI in the body to an outsider is protected", async () => {
  const { check } = setUp({ draft: { ...DRAFT, body: { format: "html", content: `<p>${LETTER}</p>` } } });
  expect(await check()).toMatchObject({ assessment: { phi: true }, verdict: { action: "protect", protections: { header: true } } });
});

test("PHI in an attached file, and in an attached meeting, counts as in the body", async () => {
  for (const [info, read] of [
    [file("letter.txt"), { content: base64(LETTER), format: "base64" }],
    [file("Visit", { kind: "item" }), { content: `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION:${LETTER.replaceAll(",", "\\,")}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`, format: "iCalendar" }],
  ] as const) {
    const { check } = setUp({ draft: { ...DRAFT, attachments: [info] }, reads: { [info.id]: () => Promise.resolve(read) } });
    const { assessment, texts, verdict } = await check();
    expect(texts).toMatchObject([{ name: info.name, status: "scanned" }]);
    expect(assessment.phi).toBe(true);
    expect(verdict.action).toBe("protect");
  }
});

describe("an attachment that cannot be read", () => {
  const cases: readonly [string, () => Promise<AttachmentRead>, string][] = [
    ["says why", () => Promise.resolve({ unread: "cloud-link" }), "cloud-link"],
    ["fails", () => Promise.reject(new AppError("OUTLOOK_CALL_FAILED")), "not-provided"],
    ["never comes", () => new Promise(() => undefined), "timed-out"],
    ["comes as something that is not base64", () => Promise.resolve({ content: "%%%", format: "base64" }), "not-provided"],
    ["comes empty", () => Promise.resolve({ content: "", format: "base64" }), "not-provided"],
  ];
  test.each(cases)("%s: it is unread, the others are still read, and a person is asked", async (_name, read, reason) => {
    const draft = { ...DRAFT, attachments: [file("bad.txt"), file("good.txt")] };
    const { check, clock } = setUp({ draft, reads: { "bad.txt": read, "good.txt": () => Promise.resolve({ content: base64("rota"), format: "base64" }) } });
    const done = check();
    await clock.advance(30_000);
    const { texts, assessment, verdict } = await done;
    expect(texts).toMatchObject([{ status: "unread", reason, parts: [] }, { status: "scanned" }]);
    expect(assessment.attachments.map(({ status }) => status)).toEqual(["unread", "scanned"]);
    expect(verdict).toMatchObject({ action: "confirm", reasons: [{ code: "unread-attachment" }] });
  });
});

test("a logo below the signature asks nobody; a picture in the text does", async () => {
  const logo = file("image001.png", { inline: true });
  const image = '<img src="cid:image001.png@1">';
  const signed = setUp({ draft: { ...DRAFT, attachments: [logo], body: { format: "html", content: `<p>Noon?</p><p>Best regards,</p><p>Ann</p>${image}` } } });
  expect(await signed.check()).toMatchObject({ draft: { attachments: [] }, texts: [], verdict: { action: "allow" } });
  const pasted = setUp({ draft: { ...DRAFT, attachments: [logo], body: { format: "html", content: `<p>Look:</p>${image}<p>Noon?</p>` } } });
  expect(await pasted.check()).toMatchObject({ texts: [{ status: "unread" }], verdict: { action: "confirm" } });
});

test("when the time for attachments is up, what is left is unread", async () => {
  const attachments = ["a", "b", "c"].map((name) => file(`${name}.txt`));
  const slow = (): Promise<AttachmentRead> => new Promise(() => undefined);
  const asked: string[] = [];
  const reads = Object.fromEntries(attachments.map(({ id }) => [id, () => { asked.push(id); return slow(); }]));
  const { check, clock } = setUp({ draft: { ...DRAFT, attachments }, reads, deadlines: { attachmentMs: 600, attachmentsMs: 1_000 } });
  const done = check();
  await clock.advance(1_000);
  expect((await done).texts.map((text) => text?.reason)).toEqual(["timed-out", "timed-out", "timed-out"]);
  expect(asked).toEqual(["a.txt", "b.txt", "c.txt"]);
});

test("at most three attachments are asked for at once, and they are told in the draft's order", async () => {
  let open = 0;
  let most = 0;
  const names = ["a", "b", "c", "d", "e", "f", "g"].map((name) => `${name}.txt`);
  const read = (turns: number) => async (): Promise<AttachmentRead> => {
    open += 1;
    most = Math.max(most, open);
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    open -= 1;
    return { content: base64("x"), format: "base64" };
  };
  const told: number[] = [];
  const reads = Object.fromEntries(names.map((name, k) => [name, read(20 - k * 2)]));
  const { texts } = await setUp({ draft: { ...DRAFT, attachments: names.map((name) => file(name)) }, reads, onRead: (done) => told.push(done) }).check();
  expect(most).toBe(3);
  expect(texts.map((text) => text?.name)).toEqual(names);
  expect(told).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test("the policy's limits hold: a file beyond them is partly read", async () => {
  const attachments = [file("a.txt")];
  const policy: Policy = { ...DEFAULT_POLICY, attachments: { megabytes: 1 } };
  const reads = { "a.txt": () => Promise.resolve({ content: base64("word ".repeat(250_000)), format: "base64" as const }) };
  expect((await setUp({ draft: { ...DRAFT, attachments }, reads }).check()).texts).toMatchObject([{ status: "scanned" }]);
  expect(await setUp({ draft: { ...DRAFT, attachments }, reads, policy }).check()).toMatchObject({ texts: [{ status: "partial", reason: "too-large" }], verdict: { action: "confirm" } });
});

test("a link to a shared file is an attachment that nobody read", async () => {
  const body = { format: "html", content: '<p>Here: <a href="https://clinic.sharepoint.com/:w:/s/ward/Eabc?e=1">the file</a></p>' } as const;
  const { draft, assessment, verdict } = await setUp({ draft: { ...DRAFT, body } }).check();
  expect(draft.attachments).toMatchObject([{ kind: "cloud", name: "clinic.sharepoint.com" }]);
  expect(assessment.attachments).toEqual([{ status: "unread", reason: "cloud-link" }]);
  expect(verdict).toMatchObject({ action: "confirm", reasons: [{ code: "unread-attachment" }] });
});

test("a draft that does not come within 4 s is a fault, and stays one when it comes after all", async () => {
  let come: (draft: Draft) => void = () => undefined;
  const late: DraftReader = { readDraft: () => new Promise((resolve) => { come = resolve; }), readAttachment: () => Promise.resolve({ unread: "not-provided" }) };
  const { check, clock } = setUp({ reader: late });
  const done = check().catch(codeOf);
  await clock.advance(4_000);
  come(DRAFT);
  expect(await done).toBe("DEADLINE_PASSED");
});

test("the reader's fault is the check's fault", async () => {
  const failing: DraftReader = { ...reader(DRAFT), readDraft: () => Promise.reject(new AppError("OUTLOOK_CALL_EMPTY")) };
  expect(await setUp({ reader: failing }).check().catch(codeOf)).toBe("OUTLOOK_CALL_EMPTY");
});

describe("a recorded reason", () => {
  const override = { digest: "digest-Lunch", reason: "treatment", at: "2026-01-05T09:00:00.000Z" } as const;
  test("for exactly this draft lets it go, protected", async () => {
    const { check } = setUp({ policy: asking, readOverride: () => Promise.resolve(override) });
    expect(await check()).toMatchObject({ verdict: { action: "protect", protections: { header: true } }, override });
  });
  test.each([
    ["for another draft", () => Promise.resolve({ ...override, digest: "digest-Dinner" })], ["that is not there", () => Promise.resolve(undefined)],
    ["that cannot be read", () => Promise.reject(new Error("store is away"))],
  ])("%s does not count", async (_name, readOverride) => {
    const result = await setUp({ policy: asking, readOverride }).check();
    expect(result.verdict.action).toBe("confirm");
    expect(result.override).toBeUndefined();
  });
  test("never lifts a block", async () => {
    const policy: Policy = { ...DEFAULT_POLICY, rules: [{ id: "stop", when: {}, then: "block" }] };
    expect((await setUp({ policy, readOverride: () => Promise.resolve(override) }).check()).verdict.action).toBe("block");
  });
  test.each([undefined, "", "{", "null", "{}", JSON.stringify({ ...override, reason: "because" }), JSON.stringify({ ...override, digest: 5 })])("kept as %p is none", (text) => {
    expect(parseOverride(text)).toBeUndefined();
  });
  test("is read as kept", () => {
    expect(parseOverride(JSON.stringify(override))).toEqual(override);
  });
});

describe("what the policy adds to detection", () => {
  const body = (content: string): Draft => ({ ...DRAFT, body: { format: "text", content } });

  test("its own id shapes count", async () => {
    const policy: Policy = { ...DEFAULT_POLICY, detection: { patterns: [{ id: "clinic-mrn", pattern: "K\\d{6}", part: "H" }] } };
    expect((await setUp({ policy, draft: body("K004829 has type 2 diabetes.") }).check()).assessment).toMatchObject({ phi: true });
    expect((await setUp({ draft: body("K004829 has type 2 diabetes.") }).check()).assessment).toMatchObject({ phi: false });
  });

  test("allowed values end by the clock that is handed in, known patients are told by the hash that is", async () => {
    const { clock } = setUp();
    const on = (until: string): Policy => ({
      ...DEFAULT_POLICY, detection: { allow: [{ value: "212-555-0142", until }], knownPatients: { key: "k", hashes: ["k/name:delgado rosa"] } },
    });
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    const judged = async (until: string) => (await setUp({ policy: on(until), keyedHash: (key, text) => `${key}/${text}`, draft: body("Rosa Delgado, 212-555-0142") }).check()).assessment.findings;
    expect((await judged(today)).map(({ part }) => part)).toEqual(["A"]);
    expect((await judged("1969-12-31")).map(({ part }) => part)).toEqual(["A", "D"]);
    expect((await judged(today))[0]?.evidence).toContainEqual({ kind: "list", list: "known patients" });
  });
});
