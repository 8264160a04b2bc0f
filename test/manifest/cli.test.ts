import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifestProblems } from "../../scripts/manifest/problems.ts";
import type { Io } from "../../src/cli/io.ts";
import { fillManifest, parseOrigin, runManifest } from "../../src/cli/manifest.ts";
import { nodeIo } from "../../src/cli/node-io.ts";
import { FACTS, MANIFEST, readAsMicrosoftDoes, ROOT } from "./support.ts";

const ORIGIN = "https://addin.example.org";

/** Real files, with the two streams kept for looking at. */
async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = "";
  let err = "";
  const io: Io = {
    ...files,
    stdout: async (text) => void (out += text),
    stderr: async (text) => void (err += text),
  };
  return { code: await runManifest(args, io), out, err };
}
const files = nodeIo();

describe("the manifest for another origin", () => {
  test.each([
    ["https://addin.example.org", "https://addin.example.org"],
    ["https://addin.example.org:9443", "https://addin.example.org:9443"],
    ["https://addin.example.org:443", "https://addin.example.org"],
    ["HTTPS://Addin.Example.ORG", "https://addin.example.org"],
    ["https://addin", "https://addin"],
    ["https://192.0.2.7:8444", "https://192.0.2.7:8444"],
    ["https://[2001:db8::7]:8444", "https://[2001:db8::7]:8444"],
    ["https://señal.example.org", "https://xn--seal-hqa.example.org"],
  ])("%s holds and names %s only", async (origin, expected) => {
    const { code, out, err } = await run("--origin", origin);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(manifestProblems(out, FACTS)).toEqual([]);
    expect(out).not.toContain("localhost");
    expect(new Set([...out.matchAll(/(?:DefaultValue|Value)="(https:\/\/[^/"]+)/g)].map(([, found]) => found))).toEqual(new Set([expected]));
  });

  test("for our own origin is manifest.xml itself", async () => {
    expect((await run("--origin", "https://localhost:8444")).out).toBe(MANIFEST);
  });

  test("takes send mode, version and id", async () => {
    const { code, out, err } = await run(
      "--origin", ORIGIN, "--send-mode", "SoftBlock", "--version", "2.10.3", "--id", "7D9E4B12-3C4D-4E5F-8A6B-0123456789AB",
    );
    expect(code).toBe(0);
    expect(out).toContain('FunctionName="onMessageSend" SendMode="SoftBlock"');
    expect(out).toContain("<Version>2.10.3</Version>");
    expect(out).toContain("<Id>7d9e4b12-3c4d-4e5f-8a6b-0123456789ab</Id>");
    expect(manifestProblems(out, FACTS)).toEqual([]);
    expect(err).toMatch(/with SoftBlock a message can leave unchecked/);
  });

  test("goes into a file that Microsoft's reader takes", async () => {
    const folder = await mkdtemp(join(tmpdir(), "chartseal-manifest-"));
    try {
      const file = join(folder, "addin.xml");
      const { code, out, err } = await run("--origin", ORIGIN, "--version", "1.2.3.4", "--out", file);
      expect({ code, out, err }).toEqual({ code: 0, out: `Wrote ${file} for ${ORIGIN}.\n`, err: "" });
      expect(await readFile(file, "utf8")).toBe((await run("--origin", ORIGIN, "--version", "1.2.3.4")).out);
      expect(readAsMicrosoftDoes(file)).toMatchObject({ version: "1.2.3.4", iconUrl: `${ORIGIN}/assets/icon-64.png` });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("is refused with exit 2 and a sentence, and nothing on stdout:", () => {
  test.each([
    [[], /--origin is missing/],
    [["--origin", ""], /--origin is missing/],
    [["--origin", "http://addin.example.org"], /must begin with https/],
    [["--origin", "addin.example.org"], /must begin with https/],
    [["--origin", " https://addin.example.org"], /must begin with https/],
    [["--origin", "https://"], /lacks the host/],
    [["--origin", "https://addin.example.org/"], /must not end with a slash/],
    [["--origin", "https://addin.example.org/chartseal"], /must not have a path/],
    [["--origin", "https://addin.example.org//"], /must not have a path/],
    [["--origin", "https://addin.example.org?x"], /must not have a path, a query/],
    [["--origin", "https://addin.example.org#x"], /must not have a path, a query or a fragment/],
    [["--origin", "https://user:pass@addin.example.org"], /user name or a password/],
    [["--origin", "https://addin.example.org "], /character that no host has/],
    [["--origin", 'https://addin.example.org"/><x a="'], /must not have a path/],
    [["--origin", 'https://addin.example.org"'], /character that no host has/],
    [["--origin", "https://addin&.example.org"], /character that no host has/],
    [["--origin", "https://*.example.org"], /character that no host has/],
    [["--origin", "https://addin.example.org:"], /not a valid address/],
    [["--origin", "https://addin.example.org:0"], /not a valid address/],
    [["--origin", "https://addin.example.org:65536"], /not a valid address/],
    [["--origin", "https://addin.example.org:port"], /not a valid address/],
    [["--origin", "https://addin.example.org."], /not a valid address/],
    [["--origin", "https://1.2"], /not a valid address/],
    [["--origin", ORIGIN, "--send-mode", "softblock"], /--send-mode must be one of Block, SoftBlock, PromptUser/],
    [["--origin", ORIGIN, "--send-mode", ""], /--send-mode must be one of/],
    [["--origin", ORIGIN, "--version", "1.2.3.4.5"], /--version must be/],
    [["--origin", ORIGIN, "--version", "v2"], /--version must be/],
    [["--origin", ORIGIN, "--version", "123456"], /--version must be/],
    [["--origin", ORIGIN, "--id", "{7d9e4b12-3c4d-4e5f-8a6b-0123456789ab}"], /--id must be/],
    [["--origin", ORIGIN, "--id", "00000000-0000-0000-0000-000000000000"], /--id must be/],
    [["--origin", ORIGIN, "--out", join(ROOT, "manifest.xml")], /must not be manifest\.xml itself/],
    [["--origin", ORIGIN, "--out", join(ROOT, "no-such-folder", "addin.xml")], /could not be written: the folder or file does not exist/],
    [["--origin", ORIGIN, "--out", ROOT], /could not be written: it is a folder/],
    [["--origin", ORIGIN, "--mode", "Block"], /--mode/],
    [["--origin", ORIGIN, "extra"], /extra/],
    [["--origin"], /--origin/],
  ])("%j", async (args, says) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(says);
    expect(err).not.toMatch(/\n +at /);
  });
});

test("--help explains itself", async () => {
  const { code, out } = await run("--help");
  expect(code).toBe(0);
  expect(out).toMatch(/^Usage: npm run --silent manifest/);
});

test("a value never becomes markup", () => {
  const xml = fillManifest(MANIFEST, { origin: ORIGIN, version: "<&>\"'" });
  expect(xml).toContain("<Version>&lt;&amp;&gt;&quot;&apos;</Version>");
});

test.each([
  ["another origin", MANIFEST.replaceAll("https://localhost:8444", "https://localhost:3000")],
  ["two versions", MANIFEST.replace("</OfficeApp>", "<Version>1</Version></OfficeApp>")],
  ["no send mode", MANIFEST.replace(' SendMode="Block"', "")],
])("a template with %s is a fault, not a half-filled manifest", (_what, template) => {
  expect(() => fillManifest(template, { origin: ORIGIN, version: "1.0", sendMode: "SoftBlock" })).toThrow("manifest.xml must");
});

test("an origin comes back in one form", () => {
  expect(parseOrigin("https://ADDIN.example.org:443")).toEqual({ ok: true, value: ORIGIN });
});
