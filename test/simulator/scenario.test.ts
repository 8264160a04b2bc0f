import { parseScenario } from "../../src/simulator/scenario.ts";

const noFiles = (): Promise<Uint8Array> => Promise.reject(new Error("no files here"));
const read = (value: unknown) => parseScenario(typeof value === "string" ? value : JSON.stringify(value), noFiles);

test("fills in what a line leaves out", async () => {
  expect(await read({ id: 7, to: ["a@b.example"], text: "Hello" })).toEqual({
    id: 7, mode: "Block", from: { address: "ann.reed@clinic.example", name: "ann.reed@clinic.example" }, faults: [],
    content: { to: [{ address: "a@b.example", name: "a@b.example" }], cc: [], bcc: [], subject: "", format: "text", body: "Hello", attachments: [] },
  });
});

test("reads attachments from base64 and from a path", async () => {
  const line = JSON.stringify({ id: "a", html: "<p>x</p>", attachments: [{ name: "a.txt", base64: "QUJD" }, { name: "b.txt", path: "somewhere" }] });
  const scenario = await parseScenario(line, () => Promise.resolve(new Uint8Array([68, 69])));
  expect(scenario).toMatchObject({
    content: { format: "html", body: "<p>x</p>", attachments: [{ name: "a.txt", size: 3, base64: "QUJD" }, { name: "b.txt", size: 2, base64: "REU=" }] },
  });
});

test.each<[string, unknown, RegExp]>([
  ["not JSON", "{", /not JSON/],
  ["not an object", "[1]", /not a JSON object/],
  ["an unknown fault", { id: 1, faults: ["earthquake"] }, /"faults" must be one of/],
  ["an unknown mode", { id: 1, mode: "Maybe" }, /"mode" must be one of/],
  ["text and html", { id: 1, text: "a", html: "b" }, /not both/],
  ["a recipient that is no string", { id: 1, to: [5] }, /"to" must be/],
  ["an attachment without a name", { id: 1, attachments: [{ base64: "" }] }, /name/],
  ["base64 that is none", { id: 1, attachments: [{ name: "a", base64: "%%" }] }, /path or base64/],
  ["a file that is not there", { id: 1, attachments: [{ name: "a", path: "/nowhere" }] }, /cannot be read/],
])("%s is answered with a sentence", async (_, value, problem) => {
  expect(await read(value)).toMatchObject({ error: expect.stringMatching(problem) as unknown });
});

test("an error keeps the id and tells nothing of the content", async () => {
  const answer = await read({ id: "x", subject: "Canary Kowalski", mode: "Canary" });
  expect(answer).toMatchObject({ id: "x" });
  expect(JSON.stringify(answer)).not.toContain("Canary");
});
