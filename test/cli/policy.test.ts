import { runCommand } from "../../src/cli/commands.ts";
import { DEFAULT_POLICY } from "../../src/decide/index.ts";
import { memoryIo } from "./memory-io.ts";

const KEY = Buffer.alloc(32, 7).toString("base64url");
const OTHER_KEY = Buffer.alloc(32, 9).toString("base64url");

async function policy(stdin: readonly string[], args: readonly string[] = ["hash-patients"], files: Readonly<Record<string, string>> = {}) {
  const io = memoryIo({ stdin, files });
  const code = await runCommand(["policy", ...args], io);
  return { code, out: io.out(), err: io.err() };
}
const listOf = (out: string) => JSON.parse(out) as { readonly key: string; readonly hashes: readonly string[] };

test("names and numbers become hashes, the same for every way to write them", async () => {
  const { code, out, err } = await policy(["Maria Lopez\r\n\nLOPEZ, MARIA\nMaría T. López\n00482913\n", "482913\n"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(listOf(out)).toEqual({ key: KEY, hashes: [expect.stringMatching(/^[0-9a-f]{16}$/), expect.stringMatching(/^[0-9a-f]{16}$/)] });
  expect(out).not.toMatch(/Maria|Lopez|482913/i);
});

test("what too little is left of is left out, by line number alone", async () => {
  const { code, out, err } = await policy(["Maria Lopez\nLopez\n12\n"]);
  expect(code).toBe(2);
  expect(listOf(out).hashes).toHaveLength(1);
  expect(err.match(/^Line \d+ was left out/gm)).toEqual(["Line 2 was left out", "Line 3 was left out"]);
  expect(err).not.toContain("Lopez");
});

test("the key of a policy is used again", async () => {
  const file = JSON.stringify({ detection: { knownPatients: { key: OTHER_KEY, hashes: [] } } });
  const kept = listOf((await policy(["Maria Lopez\n"], ["hash-patients", "--policy", "policy.json"], { "policy.json": file })).out);
  expect(kept.key).toBe(OTHER_KEY);
  expect(kept.hashes).not.toEqual(listOf((await policy(["Maria Lopez\n"])).out).hashes);
});

test.each([
  ["a policy without a key", ["hash-patients", "--policy", "policy.json"], "{}"], ["no JSON", ["hash-patients", "--policy", "policy.json"], "{"], ["null", ["hash-patients", "--policy", "policy.json"], "null"],
  ["no file", ["hash-patients", "--policy", "nowhere.json"], "{}"], ["nothing to do", [], "{}"], ["something else", ["sign"], "{}"], ["a name as argument", ["hash-patients", "Maria Lopez"], "{}"], ["an unknown option", ["hash-patients", "--name=Lopez"], "{}"],
])("%s: one sentence and exit code 2", async (_what, args, file) => {
  const { code, out, err } = await policy(["Maria Lopez\n"], args, { "policy.json": file });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).not.toMatch(/Lopez/);
});

test("--help tells what it does", async () => {
  expect(await policy([], ["--help"])).toMatchObject({ code: 0, out: expect.stringContaining("hash-patients") });
});

describe("scan --policy", () => {
  const MAIL = "Seen today: Rosa Delgado. Call 212-555-0142. Asthma again. K004829";
  async function scan(detection: unknown, now = Date.UTC(2026, 5, 30)) {
    const io = memoryIo({ files: { "policy.json": JSON.stringify({ ...DEFAULT_POLICY, detection }), "mail.txt": MAIL }, now });
    const code = await runCommand(["scan", "--policy", "policy.json", "--explain", "mail.txt"], io);
    return { code, out: io.out(), err: io.err() };
  }

  test("finds by the organisation's patterns and its known patients", async () => {
    const list = listOf((await policy(["Delgado, Rosa\n"])).out);
    const { code, out } = await scan({ patterns: [{ id: "clinic-mrn", title: "Clinic number", pattern: "K\\d{6}", part: "H" }], knownPatients: list });
    expect(code).toBe(3);
    expect(out).toMatch(/Clinic number +H +body 1:60/);
    expect(out).toContain('is on the list "known patients"');
  });

  test("lets an allowed value pass up to its last day", async () => {
    const detection = { allow: [{ value: "212-555-0142", until: "2026-06-30" }] };
    expect((await scan(detection)).out).not.toMatch(/ D +body/);
    expect((await scan(detection, Date.UTC(2026, 6, 1))).out).toMatch(/ D +body/);
  });

  test("refuses a pattern that could hang a Send, with the place", async () => {
    const { code, err } = await scan({ patterns: [{ id: "bad", pattern: "(a+)+$", part: "H" }] });
    expect(code).toBe(2);
    expect(err).toContain("detection.patterns[0].pattern: is refused at character 1: groups");
  });
});
