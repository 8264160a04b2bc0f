import { allText, latin, readFile, utf8 } from "../../support/read.ts";

const base64 = (text: string | Uint8Array) => Buffer.from(text).toString("base64").replace(/(.{76})/g, "$1\r\n");
const lines = (...all: readonly string[]) => all.join("\r\n");
const HEAD = lines("From: Dr Ana <ana@example.org>", "To: Ben <ben@example.org>", "Subject: Consult", "MIME-Version: 1.0");
const mail = (type: string, ...body: readonly string[]) => lines(HEAD, `Content-Type: ${type}`, "", ...body);
const read = (content: string | Uint8Array) => readFile("mail.eml", content);
const bodies = (content: string | Uint8Array) => read(content).parts.filter(({ place }) => place?.kind === "message").map(({ content: text }) => text);

describe("header", () => {
  test("stands as labelled lines, without what servers and programs wrote", () => {
    const tree = read(lines("Received: from relay.example (10.0.0.1) by mx.example", HEAD, "X-Mailer: Some Mail Program Version Three", "X-Case: please call the family first", "X-Id: 12345", "", "Hello"));
    expect(tree).toMatchObject({ format: "eml", status: "scanned" });
    expect(tree.parts[0]).toEqual({ format: "text", place: { kind: "header" }, content: lines("From: Dr Ana <ana@example.org>", "To: Ben <ben@example.org>", "Subject: Consult", "X-Case: please call the family first").replace(/\r/g, "") });
  });

  test.each([
    ["=?utf-8?Q?Caf=C3=A9_Mar=C3=ADa?=", "Café María"],
    ["=?utf-8?B?4pyT?= =?utf-8?B?IG9r?=", "✓ ok"],
    ["=?utf-8?Q?Mar=C3?=\r\n =?utf-8?Q?=ADa?=", "María"],
    ["=?iso-8859-2?Q?Wa=B3=EAsa?= and =?windows-1251?B?yOLg7Q==?=", "Wałęsa and Иван"],
    ["plain =? not a word ?= =?x", "plain =? not a word ?= =?x"],
    ["=?utf-8*en?q?a?= (b)", "a (b)"],
  ])("subject %s", (raw, wanted) => {
    expect(read(`Subject: ${raw}\r\nFrom: a@example.org\r\n\r\nx`).parts[0]?.content.split("\n")[0]).toBe(`Subject: ${wanted}`);
  });

  test("a subject in a charset that is not known is said", () => {
    expect(read("From: a@example.org\r\nSubject: =?shift_jis?B?g2WDWINn?=\r\n\r\nx")).toMatchObject({ status: "partial", reason: "text-unmapped" });
  });

  test("a web page that only its name calls a mail is a page", () => {
    expect(readFile("a.mht", "<html><p>MRN 00482913</p></html>")).toMatchObject({ format: "html", misnamed: true, status: "scanned" });
  });

  test("a line that is no field is text", () => {
    expect(allText(read("From: a@example.org\r\nPatient is waiting\r\nSubject: x\r\n\r\ny"))).toContain("Patient is waiting");
  });
});

describe("bodies", () => {
  test.each([
    ["quoted-printable", "Mar=C3=ADa =\r\nLopez=20", "María Lopez "],
    ["base64", base64("María"), "María"],
    ["8bit", "María", "María"],
  ])("in %s", (encoding, encoded, wanted) => {
    expect(bodies(mail(`text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}`, encoded))).toEqual([wanted]);
  });

  test("a charset for each part", () => {
    const part = (charset: string, byte: string) => lines("--b", `Content-Type: text/plain; charset=${charset}`, "", byte);
    expect(bodies(latin(mail("multipart/mixed; boundary=b", part("iso-8859-2", "Wa\xB3\xEAsa"), part("koi8-r", "\xF7\xC1"), "--b--")))).toEqual(["Wałęsa", "Ва"]);
  });

  test("flowed lines are joined, the signature stays apart", () => {
    expect(bodies(mail("text/plain; format=flowed", "MRN is ", "00482913", "-- ", "Ana"))).toEqual(["MRN is 00482913\n-- \nAna"]);
  });

  const alternative = (plain: string, html: string) =>
    bodies(mail('multipart/alternative; boundary="=_b"', "--=_b", "Content-Type: text/plain", "", plain, "--=_b", "Content-Type: text/html", "", html, "--=_b--"));
  test("of two forms that say the same the HTML is kept", () => {
    expect(alternative("Hello Ana & all", "<p>Hello <b>Ana</b> &amp; all</p>")).toEqual(["<p>Hello <b>Ana</b> &amp; all</p>"]);
  });
  test("a plain form that says more is kept too", () => {
    expect(alternative("MRN 00482913", "<p>Open in a browser</p>")).toHaveLength(2);
  });

  test("before the first and behind the last boundary text is found, marked as hidden", () => {
    const tree = read(mail("multipart/mixed; boundary=b", "This is a multi-part message in MIME format.", "--b", "", "body", "--b--", "left over"));
    expect(tree.parts.slice(1)).toMatchObject([{ content: "left over", place: { kind: "message", hidden: true } }, { content: "body", place: { kind: "message" } }]);
    expect(tree.status).toBe("scanned");
  });

  test("a boundary that begins another one", () => {
    const inner = lines("--b", "Content-Type: multipart/mixed; boundary=b-1", "", "--b-1", "", "first", "--b-1", "", "second", "--b-1--", "--b", "", "third", "--b--");
    expect(bodies(mail("multipart/mixed; boundary=b", inner))).toEqual(["first", "second", "third"]);
  });

  test("without its closing boundary a message is damaged", () => {
    expect(read(mail("multipart/mixed; boundary=b", "--b", "", "text"))).toMatchObject({ status: "partial", reason: "damaged" });
    expect(read(mail("multipart/mixed; boundary=other", "--b", "", "text"))).toMatchObject({ status: "partial", reason: "damaged" });
  });

  test("uuencoded files in a text are read", () => {
    const tree = read(mail("text/plain", "see below", "begin 644 note.txt", "%:&5L;&\\", "`", "end", "bye"));
    expect(tree.children).toMatchObject([{ name: "note.txt", status: "scanned", parts: [{ content: "hello" }] }]);
    expect(tree.parts[1]?.content).toBe("see below\nbye");
  });
});

describe("files", () => {
  const attached = (headers: string, content: string) => read(mail("multipart/mixed; boundary=b", "--b", "", "see attached", "--b", headers, "", content, "--b--"));

  test.each([
    ['Content-Type: text/plain; name="a b.txt"', "a b.txt"],
    ["Content-Type: text/plain\r\nContent-Disposition: attachment; filename*=utf-8''Mar%C3%ADa.txt", "María.txt"],
    ["Content-Type: text/plain\r\nContent-Disposition: attachment; filename*0=long;\r\n filename*1=\" name.txt\"", "long name.txt"],
    ["Content-Type: text/plain\r\nContent-Disposition: attachment; filename=\"=?utf-8?Q?Mar=C3=ADa.txt?=\"", "María.txt"],
    ["Content-Type: text/plain\r\nContent-Disposition: attachment; filename=\"a;b\\\"c.txt\"", "a;b\"c.txt"],
  ])("%s", (headers, name) => {
    expect(attached(headers, "inside")).toMatchObject({ status: "scanned", children: [{ name, parts: [{ content: "inside" }] }] });
  });

  test("a message in a message is a file with its own header", () => {
    expect(attached("Content-Type: message/rfc822", lines("From: c@example.org", "Subject: inner", "", "inner text")))
      .toMatchObject({ children: [{ format: "eml", status: "scanned", parts: [{ content: "From: c@example.org\nSubject: inner" }, { content: "inner text" }] }] });
  });

  test("what only calls itself a signature is a file", () => {
    expect(attached("Content-Type: application/pgp-signature", "-----BEGIN PGP SIGNATURE-----\r\n\r\niQEz")).toMatchObject({ status: "scanned", children: [] });
    expect(attached("Content-Type: application/pgp-signature; name=a.asc", "MRN 00482913")).toMatchObject({ children: [{ parts: [{ content: "MRN 00482913" }] }] });
  });

  test("a file that is cut is said", () => {
    expect(attached("Content-Type: text/plain; name=a.txt\r\nContent-Transfer-Encoding: base64", "aGVsbG8gd29ybG")).toMatchObject({ status: "partial", reason: "damaged" });
  });

  test("a small picture in the text is decoration, an attached one is not", () => {
    const picture = (disposition: string) => attached(`Content-Type: image/png; name=a.png\r\nContent-ID: <1>\r\nContent-Disposition: ${disposition}\r\nContent-Transfer-Encoding: base64`, "iVBORw0KGgo=");
    expect(picture("inline").status).toBe("scanned");
    expect(picture("attachment")).toMatchObject({ status: "partial", reason: "image" });
  });
});

describe("encryption", () => {
  test("PGP/MIME", () => {
    expect(read(mail("multipart/encrypted; boundary=b", "--b", "", "x", "--b--"))).toMatchObject({ status: "unread", reason: "encrypted", parts: [{ place: { kind: "header" } }] });
  });
  test("rights management", () => {
    expect(read(mail("multipart/mixed; boundary=b", "--b", "", "x", "--b", "Content-Type: application/x-microsoft-rpmsg-message; name=message.rpmsg", "", "y", "--b--"))).toMatchObject({ status: "partial", reason: "encrypted" });
  });
  test("PGP in the text", () => {
    expect(read(mail("text/plain", "see below", "-----BEGIN PGP MESSAGE-----", "", "hQEMA", "-----END PGP MESSAGE-----"))).toMatchObject({ status: "partial", reason: "encrypted" });
    expect(readFile("a.asc", "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----")).toMatchObject({ status: "unread", reason: "encrypted" });
  });
  test("signed in the clear is text", () => {
    expect(readFile("a.asc", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nMRN 00482913\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----")).toMatchObject({ status: "scanned", format: "text" });
  });
});

describe("limits", () => {
  test("messages nested without end", () => {
    const deep = Array.from({ length: 30 }, (_, at) => lines(`Content-Type: multipart/mixed; boundary=b${at}`, "", `--b${at}`, "")).join("");
    expect(read(HEAD + "\r\n" + deep)).toMatchObject({ status: "partial" });
  });

  test("parts without end", () => {
    expect(read(mail("multipart/mixed; boundary=b", "--b\r\n\r\nx\r\n".repeat(3_000) + "--b--"))).toMatchObject({ status: "partial", reason: "too-large" });
  });

  test.each([
    ["encoded words", `Subject: ${"=?utf-8?Q?a?= ".repeat(50_000)}`],
    ["openings of encoded words", `Subject: ${"=?a?q?".repeat(100_000)}`],
    ["parameters", `Content-Type: text/plain${"; a*1*=x".repeat(50_000)}`],
    ["folds", `Subject: x${"\r\n y".repeat(100_000)}`],
  ])("many %s are read in time", (_what, field) => {
    expect(read(`From: a@example.org\r\n${field}\r\n\r\nbody`).reason).toBeUndefined();
  });

  test("cut anywhere it neither throws nor is taken for whole", () => {
    const whole = latin(mail("multipart/mixed; boundary=b", "--b", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64", "", base64("<p>text of some length</p>"), "--b", "Content-Type: text/plain; name=a.txt", "", "file", "--b--"));
    const from = Buffer.from(whole).indexOf("\r\n\r\n") + 4;
    for (let end = from; end < whole.length - 2; end += 3) expect(read(whole.subarray(0, end)).status).not.toBe("scanned");
  });
});

describe("mailboxes", () => {
  const message = (subject: string) => `From ana@example.org Thu Jan  1 00:00:00 2026\nFrom: ana@example.org\nSubject: ${subject}\n\nFrom here on it is fine.\nbody of ${subject}\n\n`;
  test.each(["mail.mbox", "mail"])("each message is a file (%s)", (name) => {
    const tree = readFile(name, message("one") + message("two"));
    expect(tree).toMatchObject({ format: "mbox", status: "scanned" });
    expect(tree.children.map(({ parts }) => parts.map(({ content }) => content.trim()))).toEqual(["one", "two"].map((word) => [`From: ana@example.org\nSubject: ${word}`, `From here on it is fine.\nbody of ${word}`]));
  });
});

describe("calendars and cards", () => {
  test("an appointment", () => {
    const text = lines("BEGIN:VCALENDAR", "PRODID:-//x", "BEGIN:VEVENT", "UID:1", "DTSTART;TZID=America/New_York:20260412T140000", "SUMMARY:Follow-up\\, MRN 0048", " 2913", "ATTENDEE;CN=\"Ana; B\";ROLE=REQ-PARTICIPANT:mailto:ana@example.org", "DESCRIPTION:a\\nb", "X-ALT-DESC;FMTTYPE=text/html:<p>page</p>", "END:VEVENT", "END:VCALENDAR", "");
    const tree = readFile("a.ics", text);
    expect(tree).toMatchObject({ format: "calendar", status: "scanned", parts: [{}, { format: "html", content: "<p>page</p>" }] });
    expect(tree.parts[0]?.content.trim()).toBe("Start: 2026-04-12 14:00\nSummary: Follow-up, MRN 00482913\nAttendee: Ana; B <ana@example.org>\nDescription: a\nb");
  });

  test("a contact", () => {
    const text = lines("BEGIN:VCARD", "VERSION:2.1", "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:L=C3=B3p=", "ez;Mar=C3=ADa", "item1.TEL;CELL:555-0142", "BDAY:19800412", "ADR;HOME:;;1 Main St;Springfield;IL;00000;", "END:VCARD", "");
    expect(readFile("a.vcf", text).parts[0]?.content.trim()).toBe("Family name: López\nGiven name: María\nPhone: 555-0142\nBirthday: 1980-04-12\nAddress: 1 Main St, Springfield, IL, 00000");
  });

  test("an attached file is read, a cut calendar is said", () => {
    const tree = readFile("a.ics", lines("BEGIN:VCALENDAR", `ATTACH;FILENAME=n.txt;ENCODING=BASE64;VALUE=BINARY:${base64("hello")}`, "SUMMARY:x", "END:VCALENDAR"));
    expect(tree).toMatchObject({ status: "scanned", children: [{ name: "n.txt", parts: [{ content: "hello" }] }] });
    expect(readFile("a.ics", "BEGIN:VCALENDAR\r\nSUMMARY:x\r\n")).toMatchObject({ status: "partial", reason: "damaged" });
  });
});

describe("cryptographic messages", () => {
  const der = (tag: number, ...content: readonly Uint8Array[]): Uint8Array => {
    const all = Buffer.concat(content);
    const head = all.length < 128 ? [tag, all.length] : [tag, 0x82, all.length >> 8, all.length & 255];
    return new Uint8Array([...head, ...all]);
  };
  const oid = (tail: string) => der(6, latin("\x2A\x86\x48\x86\xF7\x0D\x01" + tail));
  const enclosing = (type: string, content?: Uint8Array, certificates?: Uint8Array) =>
    der(0x30, oid(type), der(0xa0, der(0x30, der(2, latin("\x01")), der(0x31), der(0x30, oid("\x07\x01"), ...(content === undefined ? [] : [der(0xa0, der(4, content))])), ...(certificates === undefined ? [] : [certificates]), der(0x31))));
  const SIGNED = "\x07\x02";

  test("signed mail is read in its place", () => {
    const file = enclosing(SIGNED, utf8("Content-Type: text/plain\r\n\r\nMRN 00482913"));
    for (const bytes of [file, latin(base64(file)), latin(`-----BEGIN PKCS7-----\n${base64(file)}\n-----END PKCS7-----\n`)]) {
      expect(readFile("smime.p7m", bytes)).toMatchObject({ format: "cms", status: "scanned", parts: [{ content: "MRN 00482913" }] });
    }
    expect(read(mail("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64", base64(file)))).toMatchObject({ status: "scanned", parts: [{}, { content: "MRN 00482913" }] });
  });

  test("a signed file keeps its name", () => {
    expect(readFile("note.txt.p7m", enclosing(SIGNED, utf8("hello there")))).toMatchObject({ status: "scanned", children: [{ name: "note.txt", parts: [{ content: "hello there" }] }] });
  });

  test("content in pieces of unknown length", () => {
    const pieces = new Uint8Array([0x24, 0x80, ...der(4, utf8("hello ")), ...der(4, utf8("there")), 0, 0]);
    const signed = der(0x30, der(2, latin("\x01")), der(0x31), new Uint8Array([0x30, 0x80, ...oid("\x07\x01"), 0xa0, 0x80, ...pieces, 0, 0, 0, 0]), der(0x31));
    const file = new Uint8Array([0x30, 0x80, ...oid(SIGNED), 0xa0, 0x80, ...signed, 0, 0, 0, 0]);
    expect(allText(readFile("a.p7m", file))).toContain("hello there");
    expect(readFile("a.p7m", file.subarray(0, file.length - 3))).toMatchObject({ status: "partial", reason: "damaged" });
  });

  test.each([["\x07\x03"], ["\x07\x06"], ["\x09\x10\x01\x17"]])("encrypted content (%j)", (type) => {
    const file = der(0x30, oid(type), der(0xa0, der(0x30, der(2, latin("\x01")))));
    expect(readFile("smime.p7m", file)).toMatchObject({ status: "unread", reason: "encrypted" });
    expect(read(mail("application/pkcs7-mime\r\nContent-Transfer-Encoding: base64", base64(file)))).toMatchObject({ status: "unread", reason: "encrypted" });
  });

  test("a signature by itself tells who signed", () => {
    const name = der(0x30, der(0x31, der(0x30, der(6, latin("\x55\x04\x03")), der(0x0c, utf8("Ana Diaz")))));
    const empty = der(0x30);
    const certificate = der(0x30, der(0x30, der(0xa0), der(2, latin("\x01")), empty, empty, empty, name));
    expect(readFile("smime.p7s", enclosing(SIGNED, undefined, der(0xa0, certificate)))).toMatchObject({ status: "scanned", parts: [{ content: "Signature\nCertificate: Ana Diaz", place: { kind: "properties" } }] });
  });
});
