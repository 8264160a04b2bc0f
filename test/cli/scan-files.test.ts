import { runCommand } from "../../src/cli/commands.ts";
import { mask, printable } from "../../src/cli/mask.ts";
import { lineAndColumn } from "../../src/cli/report.ts";
import { memoryIo } from "./memory-io.ts";

const NOTE = "Patient: Maria Lopez, MRN 00482913, has type 2 diabetes (E11.9) and takes metformin 500 mg.";
const FILES = {
  "note.txt": `Seen today.\n${NOTE}`,
  "page.html": `<html><body><p>${NOTE}</p></body></html>`,
  "lunch.txt": "Shall we have lunch at noon?",
  "empty.txt": "",
  "photo.png": "\u0089PNG",
  "picture.html": "<p>Hello there</p><img src='data:image/png;base64,AAAA'>",
  "notamail.eml": "",
  "mail.eml": [
    "From: Ann Reed <ann@clinic.example>", "To: =?utf-8?Q?Dr=2E_Adams?= <office@cardiology.example>", "Bcc: x@other.example", "Subject: =?utf-8?B?UmVmZXJyYWw=?=",
    "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=B", "", "--B", "Content-Type: text/html; charset=utf-8", "", "<p>See attached, thanks.</p>", "--B",
    "Content-Type: text/plain; name=note.txt", "Content-Disposition: attachment; filename=note.txt", "Content-Transfer-Encoding: base64", "", Buffer.from(NOTE).toString("base64"),
    "--B", "Content-Type: application/pdf", "Content-Disposition: attachment; filename=scan.pdf", "Content-Transfer-Encoding: base64", "", Buffer.from("%PDF-1.4").toString("base64"), "--B--", "",
  ].join("\r\n"),
  "inside.eml": ["From: ann@clinic.example", "To: bob@clinic.example", "Subject: x", "", NOTE, ""].join("\r\n"),
};

async function scan(...args: readonly string[]) {
  const io = memoryIo({ files: FILES });
  const code = await runCommand(["scan", ...args], io);
  return { code, out: io.out(), err: io.err() };
}

test.each([
  [["lunch.txt"], 0], [["empty.txt"], 0], [["note.txt"], 3], [["page.html"], 3], [["mail.eml"], 3], [["lunch.txt", "note.txt"], 3],
  [["photo.png"], 2], [["nowhere.txt"], 2], [["notamail.eml"], 2], [["note.txt", "nowhere.txt"], 2], [[], 2], [["--what", "note.txt"], 2], [["--json", "--explain", "note.txt"], 2], [["--help"], 0],
])("%j ends with %i", async (args, code) => {
  expect((await scan(...args)).code).toBe(code);
});

test("the report shows title, place, and the found text masked", async () => {
  const { out } = await scan("note.txt");
  expect(out).toMatch(/^note\.txt: protected health information found \(1 patient, score \d+\); verdict: protect \(phi-outside\)\n/);
  expect(out).toMatch(/H +body 2:27 +\w+ +patient +yes +•{8}$/m);
  for (const word of ["Maria", "Lopez", "00482913"]) expect(out).not.toContain(word);
});

test("a mail is read with its recipients and attachments", async () => {
  const { out } = await scan("mail.eml");
  expect(out).toContain("1 attachment was not fully read; verdict: confirm (unread-attachment, phi-outside)");
  expect(out).toMatch(/not fully read: scan\.pdf \(unread, [a-z-]+\)/);
  expect(out).toMatch(/note\.txt 1:\d+/);
  expect((await scan("inside.eml")).out).toContain("verdict: allow");
});

test("what was read only in part is never simply clean", async () => {
  const { out, code } = await scan("picture.html");
  expect(code).toBe(0);
  expect(out).toContain("1 attachment was not fully read; verdict: confirm (unread-attachment)");
});

test("--explain says why, in words and without the message's own", async () => {
  const { out } = await scan("--explain", "note.txt");
  expect(out.split("\n").filter((line) => line.startsWith("      ")).length).toBeGreaterThan(3);
  for (const word of ["Maria", "Lopez", "00482913", "[object"]) expect(out).not.toContain(word);
});

test("--json answers a line a file, problems among them", async () => {
  const { out, code } = await scan("--json", "note.txt", "nowhere.txt");
  const [first, second] = out.trim().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(first).toMatchObject({ id: "note.txt", phi: true, action: "protect" });
  expect(second).toEqual({ id: "nowhere.txt", error: expect.stringContaining("cannot be opened") });
  expect(code).toBe(2);
});

test("a name with escape sequences cannot command the terminal", async () => {
  const io = memoryIo({ files: { "\u001B[2Jx.txt": "hello" } });
  await runCommand(["scan", "\u001B[2Jx.txt"], io);
  expect(io.out()).toMatch(/^\?\[2Jx\.txt: /);
  expect(printable("a\u202Eb\n")).toBe("a?b?");
});

test.each([["00482913", "••••••••"], ["536-22-8145", "•••-••-••••"], ["Maria López", "••••• •••••"], ["a\u001B[2J\u0000", "••[•••"], ["a\r\n\tb", "•   •"], ["日本", "••"], ["x".repeat(50), `${"•".repeat(31)}…`]])(
  "mask %j", (text, masked) => { expect(mask(text)).toBe(masked); },
);

test.each([["abc", 0, "1:1"], ["abc", 2, "1:3"], ["a\nbc", 2, "2:1"], ["a\r\nbc", 4, "2:2"], ["a\rbc", 2, "2:1"], ["a\n", 2, "2:1"], ["😀x", 2, "1:3"]])(
  "line and column in %j at %i", (text, at, expected) => { expect(lineAndColumn(text, at)).toBe(expected); },
);

test.each([[[], "No command is given."], [["what"], "There is no such command."], [["constructor"], "There is no such command."]])("command %j", async (args, sentence) => {
  const io = memoryIo();
  expect(await runCommand(args, io)).toBe(2);
  expect(io.err()).toContain(sentence);
});
