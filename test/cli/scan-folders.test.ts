import { filesIn } from "../../src/cli/find-files.ts";
import { longText } from "../../src/cli/long-text.ts";
import { runCommand } from "../../src/cli/commands.ts";
import { zipFile } from "../support/zip.ts";
import { memoryIo } from "./memory-io.ts";

const NOTE = "Patient: Maria Lopez, MRN 00482913, has type 2 diabetes (E11.9) and takes metformin 500 mg.";
const FILES = {
  "mail/b.txt": NOTE, "mail/a/c.txt": "Lunch at noon?", "mail/a.txt": "Rota", "mail/x.link": NOTE,
  "lists.zip": zipFile([{ name: "may.txt", data: NOTE }, { name: "june.docx", data: "x", encrypted: true }]),
};

async function collect<T>(all: AsyncIterable<T>): Promise<readonly T[]> {
  const values: T[] = [];
  for await (const value of all) values.push(value);
  return values;
}

async function scan(files: Readonly<Record<string, string | Uint8Array>>, isTerminal: boolean, ...args: readonly string[]) {
  const io = memoryIo({ files, isTerminal });
  const code = await runCommand(["scan", ...args], io);
  return { code, out: io.out(), err: io.err() };
}

test("a folder stands for its files, by name; links are not followed", async () => {
  expect(await collect(filesIn("mail", memoryIo({ files: FILES })))).toEqual(["mail/a/c.txt", "mail/a.txt", "mail/b.txt"]);
  const { code, out } = await scan(FILES, false, "mail");
  expect(code).toBe(3);
  expect(out.match(/^mail\/\S+:/gm)).toEqual(["mail/a/c.txt:", "mail/a.txt:", "mail/b.txt:"]);
});

test("an archive is read as an attachment, and what in it was not read is named", async () => {
  const { code, out } = await scan(FILES, false, "lists.zip");
  expect(code).toBe(3);
  expect(out).toMatch(/not fully read: lists\.zip \(partial, encrypted\)\n {4}inside it: june\.docx \(unread, encrypted\)/);
  expect(out).not.toContain("Lopez");
});

test("progress goes to a terminal alone", async () => {
  expect((await scan(FILES, false, "mail")).err).toBe("");
  const { err, out } = await scan(FILES, true, "mail");
  expect(err).toContain("2 read, now mail/b.txt");
  expect(err.endsWith("\r\u001b[K")).toBe(true);
  expect(out).not.toContain("read, now");
});

describe("a long text", () => {
  const lines = Array.from({ length: 100 }, (_, n) => `line ${n} of a long list`);
  const files = { "long.txt": lines.join("\n"), "long.bin": `\0${lines.join("\n")}`, "one-line.txt": "x".repeat(5000) };
  const pieces = async (path: string, longest = 500): Promise<readonly string[]> =>
    (await collect(longText(path, memoryIo({ files }), { bytes: 400, overlap: 100 }, longest))).map((piece) => new TextDecoder().decode(piece));

  test("comes in pieces that overlap by whole lines, so that every line stands whole in one", async () => {
    const all = await pieces("long.txt");
    expect(all.length).toBeGreaterThan(5);
    for (const line of lines) expect(all.some((piece) => piece.split("\n").includes(line))).toBe(true);
    for (const piece of all.slice(1)) expect(piece).toMatch(/^line \d/);
  });
  test("without lines comes in pieces too", async () => {
    expect((await pieces("one-line.txt")).map(({ length }) => length).slice(0, 3)).toEqual([400, 400, 400]);
  });
  test("that is not long enough, or no text, does not", async () => {
    expect(await pieces("long.txt", 100_000)).toEqual([]);
    expect(await pieces("long.bin")).toEqual([]);
  });
});
