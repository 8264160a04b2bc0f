import { compoundFile } from "../../support/compound.ts";
import type { Folder } from "../../support/compound.ts";
import { allText, latin, readFile, utf8 } from "../../support/read.ts";

const unicode = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const u32 = (value: number) => new Uint8Array(Uint32Array.of(value).buffer);
const bytes = (...all: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(all));
/** Jan 2 1980 in units of 100 ns since 1601. */
const fileTime = (date: string) => new Uint8Array(BigUint64Array.of((BigInt(Date.parse(date)) + 11_644_473_600_000n) * 10_000n).buffer);
const fixed = (head: number, ...entries: readonly (readonly [id: number, type: number, value: Uint8Array])[]) =>
  bytes(new Uint8Array(head), ...entries.map(([id, type, value]) => bytes(u32((id << 16) | type), u32(6), value, new Uint8Array(8 - value.length))));
const stream = (id: number, type: string) => `__substg1.0_${id.toString(16).padStart(4, "0").toUpperCase()}${type}`;
const texts = (values: Readonly<Record<number, string>>): Folder => Object.fromEntries(Object.entries(values).map(([id, text]) => [stream(Number(id), "001F"), unicode(text)]));
const item = (values: Readonly<Record<number, string>>, more: Folder = {}, head = 32): Folder => ({ "__properties_version1.0": fixed(head), ...texts(values), ...more });
const msg = (folder: Folder) => readFile("a.msg", compoundFile(folder));
const recipient = (type: number, name: string, address: string): Folder => ({ "__properties_version1.0": fixed(8, [0xc15, 3, u32(type)]), ...texts({ 0x3001: name, 0x3003: "/o=org/cn=x", 0x39fe: address }) });
const MAIL = { 0x1a: "IPM.Note", 0x42: "Dr Ana", 0x5d02: "ana@example.org", 0x37: "\x01\x05RE: Consult", 0x1000: "MRN 00482913" };

describe("msg", () => {
  test("header, recipients and body", () => {
    const tree = msg(item(MAIL, { "__recip_version1.0_#00000000": recipient(1, "Ben", "ben@example.org"), "__recip_version1.0_#00000001": recipient(2, "Cy", "cy@example.org") }));
    expect(tree).toMatchObject({ format: "msg", misnamed: false, status: "scanned" });
    expect(tree.parts).toEqual([
      { format: "text", place: { kind: "header" }, content: "From: Dr Ana <ana@example.org>\nTo: Ben <ben@example.org>\nCc: Cy <cy@example.org>\nSubject: RE: Consult" },
      { format: "text", place: { kind: "message" }, content: "MRN 00482913" },
    ]);
  });

  test("strings in a code page", () => {
    const tree = msg({ "__properties_version1.0": fixed(32, [0x3ffd, 3, u32(1250)]), [stream(0x37, "001E")]: latin("Wa\xB3\xEAsa"), [stream(0x1013, "0102")]: latin("<p>hello</p>") });
    expect(tree).toMatchObject({ status: "scanned", parts: [{ content: "Subject: Wałęsa" }, { format: "html", content: "<p>hello</p>" }] });
    expect(msg({ "__properties_version1.0": fixed(32, [0x3ffd, 3, u32(932)]), [stream(0x37, "001E")]: latin("\x83e\x83X") })).toMatchObject({ status: "partial", reason: "text-unmapped" });
  });

  test("a body that only RTF holds", () => {
    const rtf = latin("{\\rtf1\\ansi MRN 00482913}");
    const packed = bytes(u32(rtf.length + 12), u32(rtf.length), latin("MELA"), u32(0), rtf);
    expect(allText(msg(item({ 0x37: "x" }, { [stream(0x1009, "0102")]: packed })))).toContain("MRN 00482913");
    expect(allText(msg(item({ 0x37: "x", 0x1000: "plain" }, { [stream(0x1009, "0102")]: packed })))).not.toContain("MRN");
  });

  test("attachments, messages inside, links to files elsewhere", () => {
    const attached = (values: Readonly<Record<number, string>>, more: Folder, method = 1): Folder => ({ "__properties_version1.0": fixed(8, [0x3705, 3, u32(method)]), ...texts(values), ...more });
    const tree = msg(item(MAIL, {
      "__attach_version1.0_#00000000": attached({ 0x3704: "NOTE~1.TXT", 0x3707: "note.txt" }, { [stream(0x3701, "0102")]: utf8("inside") }),
      "__attach_version1.0_#00000001": attached({ 0x3001: "fwd" }, { "__substg1.0_3701000D": item({ 0x37: "inner", 0x1000: "inner text" }, {}, 24) }, 5),
      "__attach_version1.0_#00000002": attached({ 0x3707: "far.docx" }, {}, 7),
    }));
    expect(tree).toMatchObject({ status: "partial", reason: "cloud-link", children: [{ name: "note.txt", status: "scanned" }, { name: "far.docx", reason: "cloud-link" }] });
    expect(allText(tree)).toContain("Subject: inner\ninner text");
  });

  test("a contact with its own properties", () => {
    const born = { "__properties_version1.0": fixed(32, [0x3a42, 0x40, fileTime("1980-04-12T00:00:00Z")]) };
    const tree = msg({ ...born, ...texts({ 0x1a: "IPM.Contact", 0x3001: "María López", 0x3a1c: "555-0142", 0x8005: "1 Main St", 0x8006: "IPM.Contact", 0x8007: "{00020329-0000}" }) });
    expect(tree.parts).toMatchObject([{ place: { kind: "properties" } }]);
    expect(tree.parts[0]?.content.split("\n").sort()).toEqual(["1 Main St", "Birthday: 1980-04-12", "Mobile phone: 555-0142", "Name: María López"]);
  });

  test("an appointment's place and time, by the numbers of their names", () => {
    const names = { "__substg1.0_00030102": bytes(u32(0x8208), u32(0x00010000), u32(0x820d), u32(0x00020000), u32(0), u32(0x00030001), u32(0x85ff), u32(0x00040000)) };
    const folder = {
      "__nameid_version1.0": names, "__properties_version1.0": fixed(32, [0x8002, 0x40, fileTime("2026-04-12T14:30:00Z")]),
      ...texts({ 0x1a: "IPM.Appointment", 0x8001: "Room 5", 0x8003: "own field", 0x8004: "of programs" }),
    };
    expect(msg(folder).parts[0]?.content.split("\n").sort()).toEqual(["Location: Room 5", "Start: 2026-04-12 14:30", "own field"]);
    expect(msg({ ...folder, ...texts({ 0x1a: "IPM.Note", 0x1000: "body" }) }).parts).toHaveLength(1);
  });

  test("protected and encrypted messages", () => {
    const attachment = (name: string, data: Uint8Array) => ({ "__attach_version1.0_#00000000": { "__properties_version1.0": fixed(8), ...texts({ 0x3707: name }), [stream(0x3701, "0102")]: data } });
    expect(msg(item(MAIL, attachment("message.rpmsg", latin("x"))))).toMatchObject({ status: "unread", reason: "encrypted" });
    const enveloped = latin("\x30\x80\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x03\xA0\x80\x30\x80");
    expect(msg(item({ ...MAIL, 0x1a: "IPM.Note.SMIME" }, attachment("smime.p7m", enveloped)))).toMatchObject({ status: "unread", reason: "encrypted" });
    const signed = utf8("Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n\r\nsigned text\r\n--b--\r\n");
    expect(allText(msg(item({ ...MAIL, 0x1a: "IPM.Note.SMIME.MultipartSigned" }, attachment("SMIME.p7m", signed))))).toContain("signed text");
  });

  test("messages nested without end", () => {
    let folder = item({ 0x1000: "deepest" }, {}, 24);
    for (let depth = 0; depth < 30; depth++) folder = item({ 0x1000: "x" }, { "__attach_version1.0_#00000000": { "__properties_version1.0": fixed(8), "__substg1.0_3701000D": folder } }, 24);
    expect(msg(folder)).toMatchObject({ status: "partial", reason: "too-large" });
  });
});

describe("winmail.dat", () => {
  const attribute = (id: number, content: Uint8Array) => bytes(Uint8Array.of(1), u32(id), u32(content.length), content, new Uint8Array(2));
  const padded = (content: Uint8Array) => bytes(content, new Uint8Array((4 - (content.length % 4)) % 4));
  const variable = (id: number, type: number, content: Uint8Array) => bytes(u32((id << 16) | type), u32(1), u32(content.length), padded(content));
  const long = (id: number, value: number) => bytes(u32((id << 16) | 3), u32(value));
  const list = (...properties: readonly Uint8Array[]) => bytes(u32(properties.length), ...properties);
  const text = (id: number, value: string) => variable(id, 0x1f, unicode(`${value}\0`));
  const tnef = (...attributes: readonly Uint8Array[]) => bytes(u32(0x223e9f78), new Uint8Array(2), attribute(0x00069007, u32(1252)), attribute(0x00078008, latin("IPM.Note\0")), ...attributes);
  const named = bytes(u32((0x8001 << 16) | 0x1f), new Uint8Array(16), u32(1), u32(6), padded(unicode("abc")), u32(1), u32(4), unicode("v\0"));
  const BODY = attribute(0x00069003, list(named, text(0x37, "Consult"), text(0x42, "Dr Ana"), text(0x1000, "MRN 00482913")));
  const ATTACHED = bytes(attribute(0x00069002, new Uint8Array(14)), attribute(0x00018010, latin("NOTE~1.TXT\0")), attribute(0x0006800f, utf8("inside")), attribute(0x00069005, list(text(0x3707, "note.txt"))));

  test("message, recipients and attachments", () => {
    const recipients = attribute(0x00069004, bytes(u32(1), list(text(0x3001, "Ben"), text(0x3003, "ben@example.org"), long(0xc15, 1))));
    expect(readFile("winmail.dat", tnef(BODY, recipients, ATTACHED))).toMatchObject({
      format: "tnef", misnamed: false, status: "scanned", parts: [{ content: "From: Dr Ana\nTo: Ben <ben@example.org>\nSubject: Consult" }, { content: "MRN 00482913" }],
      children: [{ name: "note.txt", parts: [{ content: "inside" }] }],
    });
  });

  test("old attributes in the message's code page", () => {
    expect(readFile("winmail.dat", tnef(attribute(0x00018004, latin("Mar\xEDa\0")), attribute(0x0002800c, latin("body\0"))))).toMatchObject({ parts: [{ content: "Subject: María" }, { content: "body" }], children: [] });
  });

  test("a message inside", () => {
    const object = bytes(latin("\x07\x03\x02\0\0\0\0\0\xC0\0\0\0\0\0\0\x46"), tnef(attribute(0x00069003, list(text(0x1000, "inner text")))));
    expect(allText(readFile("winmail.dat", tnef(BODY, attribute(0x00069002, new Uint8Array(14)), attribute(0x00069005, list(variable(0x3701, 0x0d, object))))))).toContain("inner text");
  });

  test("cut anywhere it neither throws nor is taken for whole", () => {
    const whole = tnef(BODY, ATTACHED);
    const ends = new Set<number>();
    for (let at = 6; at < whole.length; at += 11 + new DataView(whole.buffer).getUint32(at + 5, true)) ends.add(at);
    for (let end = 7; end < whole.length; end += 5) if (!ends.has(end)) expect(readFile("winmail.dat", whole.subarray(0, end)).status).not.toBe("scanned");
  });
});
