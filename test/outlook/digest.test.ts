import fc from "fast-check";
import type { Draft } from "../../src/contract/index.ts";
import { draftDigest } from "../../src/outlook/index.ts";

const DRAFT: Draft = {
  from: { address: "dr@clinic.example" },
  recipients: [{ address: "a@x.example", field: "to" }, { address: "b@x.example", field: "cc" }],
  subject: "Rota",
  body: { format: "html", content: '<p>text\n <img src="cid:1"></p>' },
  attachments: [{ id: "1", name: "a.txt", size: 3, kind: "file", inline: false }],
};

test("is 64 hex characters and stable", () => {
  expect(draftDigest(DRAFT)).toMatch(/^[0-9a-f]{64}$/);
  expect(draftDigest(structuredClone(DRAFT))).toBe(draftDigest(DRAFT));
});

const SAME: readonly [string, Partial<Draft>][] = [
  ["the order of recipients", { recipients: [...DRAFT.recipients].reverse() }],
  ["the capitals of an address", { from: { address: "DR@clinic.example" } }],
  ["line ends in the body", { body: { format: "html", content: '<p>text\r\n\t<img src="cid:1"></p>' } }],
  ["where an embedded picture is taken from", { body: { format: "html", content: '<p>text <img src="addinId9876"></p>' } }],
  ["a display name", { from: { address: "dr@clinic.example", name: "Dr. R" } }],
  ["an attachment's id", { attachments: [{ id: "9", name: "a.txt", size: 3, kind: "file", inline: false }] }],
];
test.each(SAME)("does not depend on %s", (_name, change) => {
  expect(draftDigest({ ...DRAFT, ...change })).toBe(draftDigest(DRAFT));
});

const OTHER: readonly [string, Partial<Draft>][] = [
  ["the subject", { subject: "Rota " }],
  ["the body", { body: { format: "html", content: "<p>text.</p>" } }],
  ["a space in the body", { body: { format: "html", content: '<p>te xt <img src="cid:1"></p>' } }],
  ["a picture from elsewhere", { body: { format: "html", content: '<p>text <img src="https://x.example/1"></p>' } }],
  ["the sender", { from: { address: "other@clinic.example" } }],
  ["a recipient", { recipients: [{ address: "z@x.example", field: "to" }, { address: "b@x.example", field: "cc" }] }],
  ["a recipient's field", { recipients: [{ address: "a@x.example", field: "bcc" }, { address: "b@x.example", field: "cc" }] }],
  ["a recipient added", { recipients: [...DRAFT.recipients, { address: "c@x.example", field: "to" }] }],
  ["an attachment's name", { attachments: [{ id: "1", name: "b.txt", size: 3, kind: "file", inline: false }] }],
  ["an attachment's size", { attachments: [{ id: "1", name: "a.txt", size: 4, kind: "file", inline: false }] }],
  ["an attachment removed", { attachments: [] }],
];
test.each(OTHER)("depends on %s", (_name, change) => {
  expect(draftDigest({ ...DRAFT, ...change })).not.toBe(draftDigest(DRAFT));
});

test("an attached message keeps its digest though its size changes from read to read", () => {
  const item = (size: number) => ({ ...DRAFT, attachments: [{ id: "1", name: "Fwd", size, kind: "item" as const, inline: false }] });
  expect(draftDigest(item(0))).toBe(draftDigest(item(2_048)));
});

test("text cannot move between subject and body unseen", () => {
  fc.assert(fc.property(fc.string(), fc.string(), fc.nat(), (subject, content, at) => {
    const all = subject + content;
    const cut = at % (all.length + 1);
    const moved = { ...DRAFT, subject: all.slice(0, cut), body: { format: "html" as const, content: all.slice(cut) } };
    const draft = { ...DRAFT, subject, body: { format: "html" as const, content } };
    return (draftDigest(moved) === draftDigest(draft)) === (cut === subject.length);
  }));
});
