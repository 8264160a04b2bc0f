import { codeOf } from "../../src/contract/index.ts";
import type { AttachmentInfo } from "../../src/contract/index.ts";
import { connectOutlook } from "../../src/outlook/index.ts";
import { createClock } from "../support/fake-office-clock.ts";
import { createFakeOffice } from "../support/fake-office.ts";
import type { Behaviour, FakeAttachment, FakeOptions } from "../support/fake-office.ts";

function connect(options: FakeOptions = {}) {
  const fake = createFakeOffice(options);
  const clock = createClock();
  return { ...fake, clock, port: connectOutlook({ office: fake.office, timers: clock }) };
}

async function faultOf(options: FakeOptions): Promise<string> {
  const { port, clock } = connect(options);
  const ended = port.readDraft().then(() => "read", codeOf);
  await clock.advance(60_000);
  return ended;
}

test("reads the whole draft", async () => {
  const { port } = connect({
    model: {
      to: ["a@x.example"], cc: ["b@x.example"], bcc: ["c@x.example"],
      attachments: [{ id: "1", name: "a.txt", size: 3, isInline: true }, { id: "2", name: "b", attachmentType: "cloud" }],
    },
  });
  expect(await port.readDraft()).toEqual({
    from: { address: "dr.rivera@clinic.example", name: "dr.rivera" },
    recipients: [
      { address: "a@x.example", name: "a", field: "to" }, { address: "b@x.example", name: "b", field: "cc" }, { address: "c@x.example", name: "c", field: "bcc" },
    ],
    subject: "Lunch on Friday",
    body: { format: "html", content: "<html><body><p>Shall we meet at noon?</p></body></html>" },
    attachments: [
      { id: "1", name: "a.txt", size: 3, kind: "file", inline: true }, { id: "2", name: "b", size: 10, kind: "cloud", inline: false },
    ],
  });
});

const READS = ["subject.getAsync", "body.getAsync", "from.getAsync", "to.getAsync", "cc.getAsync", "bcc.getAsync", "getAttachmentsAsync"];
const FAULTS: readonly [Behaviour, string][] = [
  ["fail", "OUTLOOK_CALL_FAILED"], ["throw", "OUTLOOK_CALL_FAILED"], ["never", "OUTLOOK_CALL_TIMEOUT"], ["empty", "OUTLOOK_CALL_EMPTY"],
  [{ value: 7 }, "OUTLOOK_CALL_EMPTY"],
];
test.each(READS.flatMap((call) => FAULTS.map(([behaviour, code]) => [call, behaviour, code] as const)))(
  "%s that behaves as %p is the fault %s", async (call, behaviour, code) => {
    expect(await faultOf({ behaviours: { [call]: behaviour } })).toBe(code);
  },
);

test.each(["mailbox.item", "mailbox", "item.subject", "item.body", "item.to", "item.bcc", "item.getAttachmentsAsync"])(
  "without %s the draft cannot be read", async (member) => {
    expect(await faultOf({ without: [member] })).toBe("OUTLOOK_MEMBER_MISSING");
  },
);

test("a context that throws is a fault like any other", async () => {
  const office = { get context(): never { throw new Error("context is gone"); } };
  await expect(connectOutlook({ office, timers: createClock() }).readDraft()).rejects.toThrow();
});

test("an item that is null is a fault: the mailbox may be hidden from the address list", async () => {
  const port = connectOutlook({ office: { context: { mailbox: { item: null } } }, timers: createClock() });
  expect(await port.readDraft().catch(codeOf)).toBe("OUTLOOK_MEMBER_MISSING");
});

test("an old client without item.from has the mailbox's own address as sender", async () => {
  const { port } = connect({ without: ["item.from"] });
  expect((await port.readDraft()).from).toEqual({ address: "dr.rivera@clinic.example" });
});

test("a sender without an address is a fault: who is inside depends on it", async () => {
  expect(await faultOf({ model: { from: "" } })).toBe("OUTLOOK_CALL_EMPTY");
});

test("a recipient with a blank address is kept", async () => {
  const { port } = connect({ model: { to: [""] } });
  expect((await port.readDraft()).recipients).toEqual([{ address: "", field: "to" }]);
});

describe("attachments", () => {
  const info = (changes: Partial<AttachmentInfo> = {}): AttachmentInfo => ({ id: "1", name: "f.txt", size: 5, kind: "file", inline: false, ...changes });
  const file = (changes: Partial<FakeAttachment> = {}): FakeOptions => ({ model: { attachments: [{ id: "1", name: "f.txt", content: "aGVsbG8=", ...changes }] } });
  const cases: readonly [string, FakeOptions, AttachmentInfo, unknown][] = [
    ["a file", file(), info(), { content: "aGVsbG8=", format: "base64" }],
    ["an attached message", file({ content: "Subject: x", format: "eml" }), info({ kind: "item" }), { content: "Subject: x", format: "eml" }],
    ["an attached meeting", file({ content: "BEGIN:VCALENDAR", format: "iCalendar" }), info({ kind: "item" }), { content: "BEGIN:VCALENDAR", format: "iCalendar" }],
    ["an empty file of size 0", file({ content: "" }), info({ size: 0 }), { content: "", format: "base64" }],
    ["success with nothing in it, though the file has a size", file({ content: "" }), info(), { unread: "not-provided" }],
    ["an attached message with nothing in it", file({ content: "", format: "eml" }), info({ kind: "item", size: 0 }), { unread: "not-provided" }],
    ["a cloud file", file(), info({ kind: "cloud" }), { unread: "cloud-link" }],
    ["a link in place of content", file({ format: "url" }), info(), { unread: "cloud-link" }],
    ["a format that we do not know", { ...file(), behaviours: { getAttachmentContentAsync: { value: { content: "x", format: "rtf" } } } }, info(), { unread: "not-provided" }],
    ["content that is no text", { ...file(), behaviours: { getAttachmentContentAsync: { value: { format: "base64" } } } }, info(), { unread: "not-provided" }],
    ["success without a value", { ...file(), behaviours: { getAttachmentContentAsync: "empty" } }, info(), { unread: "not-provided" }],
    ["an error", { ...file(), behaviours: { getAttachmentContentAsync: "fail" } }, info(), { unread: "not-provided" }],
    ["a throw, as for a message dragged in on the web", { ...file(), behaviours: { getAttachmentContentAsync: "throw" } }, info(), { unread: "not-provided" }],
    ["no answer", { ...file(), behaviours: { getAttachmentContentAsync: "never" } }, info(), { unread: "timed-out" }],
    ["a client without the member", { ...file(), without: ["item.getAttachmentContentAsync"] }, info(), { unread: "not-provided" }],
    ["an item that is gone", { ...file(), without: ["mailbox.item"] }, info(), { unread: "not-provided" }],
  ];
  test.each(cases)("%s", async (_name, options, wanted, expected) => {
    const { port, clock } = connect(options);
    const read = port.readAttachment(wanted);
    await clock.advance(60_000);
    expect(await read).toEqual(expected);
  });
});
