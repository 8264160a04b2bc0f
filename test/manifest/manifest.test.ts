import { readFileSync } from "node:fs";
import { join } from "node:path";
import { associatedNames, pngSize, readFacts } from "../../scripts/manifest/facts.ts";
import { manifestProblems } from "../../scripts/manifest/problems.ts";
import { HANDLERS } from "../../src/contract/index.ts";
import { FACTS, MANIFEST, readAsMicrosoftDoes, ROOT } from "./support.ts";

test("our manifest has no problem", () => {
  expect(manifestProblems(MANIFEST, FACTS)).toEqual([]);
});

test("Microsoft's reader finds the same add-in in it", () => {
  expect(readAsMicrosoftDoes(join(ROOT, "manifest.xml"))).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    version: expect.stringMatching(/^\d+(?:\.\d+){3}$/),
    displayName: "Chartseal",
    defaultLocale: "en-US",
    officeAppType: "MailApp",
    permissions: "ReadWriteItem",
    hosts: ["Mailbox"],
    iconUrl: "https://localhost:8444/assets/icon-64.png",
    highResolutionIconUrl: "https://localhost:8444/assets/icon-128.png",
    supportUrl: "https://localhost:8444/assets/support.html",
  });
});

test.each([16, 32, 64, 80, 128])("the icon of %i pixels has that size", (size) => {
  expect(readFacts(ROOT).pngAt(`/assets/icon-${size}.png`)).toEqual({ width: size, height: size });
});

test.each([
  ["a JPEG", Buffer.from("ffd8ffe000104a46494600010100000100010000ffdb0043", "hex")],
  ["an empty file", Buffer.alloc(0)],
  ["a cut header", readFileSync(join(ROOT, "assets/icon-16.png")).subarray(0, 20)],
])("%s is no PNG", (_what, bytes) => {
  expect(pngSize(bytes)).toBeUndefined();
});

test("the help page works on its own and holds nothing from elsewhere", () => {
  const html = readFileSync(join(ROOT, "assets/support.html"), "utf8");
  const links = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, path]) => `/assets/${path}`);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((path) => !FACTS.hasAsset(path))).toEqual([]);
  expect(html).not.toMatch(/https?:|<script|<style|style=/);
});

describe("what the built handler associates", () => {
  const script = Object.values(HANDLERS).map((name) => `Office.actions.associate("${name}", function () {});`).join("\n");

  test("is found by running it without a DOM", () => {
    expect(associatedNames(script)).toEqual(Object.values(HANDLERS));
  });
  test("does not count inside onReady, whose callback classic Outlook never runs", () => {
    expect(associatedNames(`Office.onReady(function () { ${script} }); Office.onReady().then(function () { ${script} });`)).toEqual([]);
  });
  test("is a sentence when the script needs a window", () => {
    expect(associatedNames(`window.x = 1; ${script}`)).toBe("ReferenceError: window is not defined");
  });
  test("is unknown before a build", () => {
    expect(readFacts(join(ROOT, "docs")).associated).toBeUndefined();
  });
});
