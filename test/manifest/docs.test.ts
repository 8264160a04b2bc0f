import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PATHS, PROTECT_HEADER, PROTECT_VALUE } from "../../src/contract/index.ts";
import { runManifest } from "../../src/cli/manifest.ts";
import { nodeIo } from "../../src/cli/node-io.ts";
import { ROOT } from "./support.ts";

const read = (name: string): string => readFileSync(join(ROOT, "docs", name), "utf8");
const deploy = read("deploy.md");
const rules = read("mail-flow-rule.md");

test("every mail-flow command names the header and the value that the add-in sets", () => {
  const headers = [...rules.matchAll(/(?:ContainsMessageHeader|-RemoveHeader) "([^"]+)"/g)].map(([, name]) => name);
  const words = [...rules.matchAll(/HeaderContainsWords "([^"]+)"/g)].map(([, word]) => word);
  expect(headers).toHaveLength(4);
  expect(new Set(headers)).toEqual(new Set([PROTECT_HEADER]));
  expect(words).toHaveLength(3);
  expect(new Set(words)).toEqual(new Set([PROTECT_VALUE]));
  expect(deploy).toContain(`\`${PROTECT_HEADER}: ${PROTECT_VALUE}\``);
});

test("what is encrypted starts in test mode", () => {
  const commands = rules.split("New-TransportRule").slice(1).map((command) => command.slice(0, command.indexOf("```")));
  const encrypting = commands.filter((command) => command.includes("-ApplyRightsProtectionTemplate"));
  expect(encrypting).toHaveLength(2);
  for (const command of encrypting) expect(command).toMatch(/-RuleErrorAction Defer[\s\S]*-Mode Audit/);
});

test("the addresses to check are the ones that the manifest and Outlook use", () => {
  expect(deploy).toContain(`https://addin.example.org${PATHS.handlerScript}`);
  expect(deploy).toContain(`https://addin.example.org${PATHS.wellKnown}`);
});

test("every option of the manifest command that is explained exists", async () => {
  let usage = "";
  await runManifest(["--help"], { ...nodeIo(), stdout: async (text) => void (usage += text) });
  const explained = [...deploy.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, option]) => option ?? "");
  expect(explained.length).toBeGreaterThan(3);
  expect(explained.filter((option) => !usage.includes(`${option} `))).toEqual([]);
});

test.each([["deploy.md", deploy], ["mail-flow-rule.md", rules]])("%s claims nothing that we may not claim", (_name, text) => {
  expect(text).not.toMatch(/HIPAA[- ]compliant|de-identified|end-to-end/i);
  expect(text).toMatch(/not been\s+run in Outlook|have run none of/);
});

test("every file that the log of quirks points to is there", () => {
  const files = [...read("outlook-quirks.md").matchAll(/`((?:src|scripts|docs)\/[^`]+|manifest\.xml|webpack\.config\.js|tsconfig[^`]*)`/g)].map(([, file]) => file ?? "");
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

test.each([["deploy.md", deploy], ["mail-flow-rule.md", rules], ["outlook-quirks.md", read("outlook-quirks.md")]])("the anchors that %s links to exist", (_name, text) => {
  for (const [, file = "", anchor] of text.matchAll(/\]\(([\w-]+\.md)?#([\w-]+)\)/g)) {
    const headings = [...(file === "" ? text : read(file)).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) => title.toLowerCase().replace(/[^\w -]/g, "").replaceAll(" ", "-"));
    expect(headings).toContain(anchor);
  }
});
