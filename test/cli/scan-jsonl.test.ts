import { runCommand } from "../../src/cli/commands.ts";
import { memoryIo } from "./memory-io.ts";

const REFERRAL = "Dear Dr Adams,\n\nPlease see Maria Lopez, DOB 03/14/1961, MRN 00482913, for type 2 diabetes (E11.9). She takes metformin 500 mg BID.\n\nThanks,\nAnn Reed, MD";
const base64 = (text: string) => Buffer.from(text).toString("base64");

interface Parsed { readonly [key: string]: unknown; readonly findings: readonly { readonly [key: string]: unknown }[] }

async function scan(lines: readonly unknown[], files: Readonly<Record<string, string>> = {}, args: readonly string[] = []) {
  const io = memoryIo({ stdin: lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`), files });
  const code = await runCommand(["scan", "--jsonl", ...args], io);
  return { code, err: io.err(), answers: io.out().split("\n").filter(Boolean).map((line) => JSON.parse(line) as Parsed) };
}
const one = async (line: unknown, files?: Readonly<Record<string, string>>, args?: readonly string[]) => (await scan([line], files, args)).answers[0]!;

describe("a line that cannot be used is answered, and the run goes on", () => {
  const bad: readonly (readonly [what: string, line: unknown, id: unknown])[] = [
    ["no JSON", "{\"id\":\"x\", SECRET", "x"], ["half an id", "{\"id\":\"SECR", null], ["a blank line", "", null], ["a list", [1], null], ["null", null, null], ["a text", "\"SECRET\"", null],
    ["no id", { text: "SECRET" }, null], ["an object as id", { id: {}, text: "SECRET" }, null], ["no text", { id: "n" }, "n"], ["text and html", { id: 0, text: "", html: "" }, 0],
    ["text is a number", { id: "n", text: 5 }, "n"], ["subject is a list", { id: "n", text: "", subject: [] }, "n"], ["a number as recipient", { id: "n", text: "", to: [5] }, "n"],
    ["attachments is an object", { id: "n", text: "", attachments: {} }, "n"], ["an attachment without a name", { id: "n", text: "", attachments: [{ base64: "" }] }, "n"],
    ["an attachment without content", { id: "n", text: "", attachments: [{ name: "SECRET" }] }, "n"],
    ["an attachment with both", { id: "n", text: "", attachments: [{ name: "SECRET", base64: "", path: "SECRET" }] }, "n"],
    ["an attachment that is not base64", { id: "n", text: "", attachments: [{ name: "SECRET", base64: "SECRET" }] }, "n"],
  ];
  test.each(bad)("%s", async (_what, line, id) => {
    const { code, answers } = await scan([{ id: "before", text: "" }, line, { id: "after", text: "" }]);
    expect(code).toBe(0);
    expect(answers.map((answer) => answer["id"])).toEqual(["before", id, "after"]);
    expect(Object.keys(answers[1]!)).toEqual(["id", "error"]);
    expect(JSON.stringify(answers[1])).not.toContain("SECRET");
  });

  test("a line beyond the limit keeps its id", async () => {
    const { answers } = await scan([`{"id":"huge","text":"${"x".repeat(65 * 1024 * 1024)}"}`, { id: "after", text: "" }]);
    expect(answers).toEqual([{ id: "huge", error: "The line is longer than 64 MB." }, expect.objectContaining({ id: "after", phi: false })]);
  });
});

describe("an answer", () => {
  test("keeps the format to the letter", async () => {
    const answer = await one({ id: "a", text: REFERRAL, subject: "Referral", attachments: [{ name: "x.bin", base64: "AAECA//+" }] });
    expect(Object.keys(answer)).toEqual(["id", "phi", "action", "score", "patients", "sensitive", "findings", "attachments"]);
    expect(answer["attachments"]).toEqual([{ name: "x.bin", status: "unread", reason: "unsupported" }]);
    expect(answer["phi"]).toBe(true);
    expect(answer.findings.length).toBeGreaterThan(3);
    for (const finding of answer.findings) {
      expect(Object.keys(finding)).toEqual(["ruleId", "part", "where", "start", "end", "confidence", "role"]);
    }
    const mrn = answer.findings.find((finding) => finding["part"] === "H");
    expect(REFERRAL.slice(Number(mrn?.["start"]), Number(mrn?.["end"]))).toBe("00482913");
  });

  test("says where: text, subject, attachment by name", async () => {
    const files = { "note.txt": REFERRAL };
    const places = async (line: object) => new Set((await one({ id: 1, ...line }, files)).findings.map((finding) => finding["where"]));
    expect(await places({ text: REFERRAL })).toEqual(new Set(["text"]));
    expect(await places({ html: `<p>${REFERRAL}</p>` })).toEqual(new Set(["text"]));
    expect(await places({ text: "", subject: REFERRAL })).toEqual(new Set(["subject"]));
    expect(await places({ text: "", attachments: [{ name: "a", base64: base64("hello") }, { name: "n.txt", path: "note.txt" }] })).toEqual(new Set(["attachment:n.txt"]));
  });
});

describe("the verdict", () => {
  const unread = [{ name: "x.bin", base64: "AAECA//+" }];
  test.each([
    ["clean", { text: "Lunch?" }, "allow"],
    ["PHI, no recipients named", { text: REFERRAL }, "protect"],
    ["PHI to nobody", { text: REFERRAL, to: [] }, "protect"],
    ["PHI inside", { text: REFERRAL, from: "ann@clinic.example", to: ["bob@clinic.example"] }, "allow"],
    ["PHI inside, with display names", { text: REFERRAL, from: "Ann <ann@clinic.example>", to: "Bob <bob@clinic.example>" }, "allow"],
    ["PHI inside, with brackets in the name", { text: REFERRAL, from: "ann@clinic.example", to: ["\"Bob <ward 3>\" <bob@clinic.example>"] }, "allow"],
    ["PHI to a name that claims to be inside", { text: REFERRAL, from: "ann@clinic.example", to: ["bob@clinic.example <bob@evil.example>"] }, "protect"],
    ["PHI inside, a blind copy outside", { text: REFERRAL, from: "ann@clinic.example", to: ["bob@clinic.example"], bcc: ["x@other.example"] }, "protect"],
    ["PHI to webmail", { text: REFERRAL, from: "ann@clinic.example", to: ["bob@gmail.com"] }, "confirm"],
    ["PHI in the subject", { text: "", subject: REFERRAL }, "block"],
    ["an unread attachment outside", { text: "See attached.", attachments: unread }, "confirm"],
    ["an unread attachment inside", { text: "See attached.", from: "ann@clinic.example", to: ["bob@clinic.example"], attachments: unread }, "allow"],
    ["a file that is not there", { text: "See attached.", attachments: [{ name: "a.txt", path: "nowhere" }] }, "confirm"],
    ["an empty file", { text: "See attached.", attachments: [{ name: "a.txt", base64: "" }] }, "confirm"],
    ["PHI in a text attachment", { text: "See attached.", attachments: [{ name: "a.txt", base64: base64(REFERRAL) }] }, "protect"],
  ])("%s: %#", async (_what, line, action) => {
    expect((await one({ id: 1, ...line }))["action"]).toBe(action);
  });

  test("follows the policy given", async () => {
    const policy = {
      schema: 1, name: "Strict", version: 3, issuedAt: "2026-01-31T08:00:00Z", insideDomains: ["clinic.example"], partnerDomains: ["lab.example"], webmailDomains: [],
      rules: [{ id: "none-out", when: { audience: ["partner"], phi: true }, then: "block" }], onFault: "block", protection: { labelOrder: [] },
    };
    const files = { "p.json": JSON.stringify(policy) };
    expect((await one({ id: 1, text: REFERRAL, to: ["x@lab.example"] }, files, ["--policy", "p.json"]))["action"]).toBe("block");
    expect((await one({ id: 1, text: REFERRAL, to: ["x@other.example"] }, files, ["--policy", "p.json"]))["action"]).toBe("allow");
  });
});

test.each([
  ["a missing policy", ["--policy", "nowhere"], /policy file cannot be read/],
  ["a policy that is no JSON", ["--policy", "rubbish"], /is not JSON/],
  ["a policy with problems", ["--policy", "wrong"], /^The policy cannot be used\.\n {2}onFault: [^\n]+\n {2}version: /],
  ["an unknown option", ["--fast"], /Unknown option '--fast'\. Try --help\./],
  ["an option without its value", ["--policy"], /policy/],
  ["files beside --jsonl", ["a.txt"], /leave the file names out/],
  ["--json beside --jsonl", ["--json"], /leave --json/],
])("%s: a sentence and exit code 2", async (_what, args, sentence) => {
  const policy = { schema: 1, name: "x", version: -1, issuedAt: "2026-01-31T08:00:00Z", insideDomains: [], partnerDomains: [], webmailDomains: [], rules: [], onFault: "x", protection: { labelOrder: [] } };
  const { code, err, answers } = await scan([{ id: 1, text: "" }], { rubbish: "{", wrong: JSON.stringify(policy) }, args);
  expect({ code, answers }).toEqual({ code: 2, answers: [] });
  expect(err).toMatch(sentence);
});

test("many lines come back in order", async () => {
  const { answers } = await scan(Array.from({ length: 500 }, (_, id) => ({ id, text: id % 7 === 0 ? REFERRAL : "Lunch?" })));
  expect(answers.map((answer) => answer["id"])).toEqual(Array.from({ length: 500 }, (_, id) => id));
  expect(answers.map((answer) => answer["phi"])).toEqual(Array.from({ length: 500 }, (_, id) => id % 7 === 0));
});

test("a reader that goes away ends the run quietly", async () => {
  const io = memoryIo({ stdin: ["{\"id\":1,\"text\":\"\"}\n".repeat(50)], closeAfter: 3 });
  expect(await runCommand(["scan", "--jsonl"], io)).toBe(0);
  expect(io.err()).toBe("");
});
