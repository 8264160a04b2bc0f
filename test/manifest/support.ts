import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HANDLERS } from "../../src/contract/index.ts";
import { readFacts } from "../../scripts/manifest/facts.ts";
import type { ManifestFacts } from "../../scripts/manifest/facts.ts";

export const ROOT = join(__dirname, "..", "..");
export const MANIFEST = readFileSync(join(ROOT, "manifest.xml"), "utf8");

/** The checkout's icons, and a handler that associates everything: these tests must hold before a build too. */
export const FACTS: ManifestFacts = { ...readFacts(ROOT), associated: Object.values(HANDLERS) };

/** Replaces one place; fails the test if the place is not there exactly once, so that a planted defect is really planted. */
export function plant(xml: string, place: string, by: string): string {
  const parts = xml.split(place);
  if (parts.length !== 2) throw new Error(`${parts.length - 1} places hold ${place}`);
  return parts.join(by);
}

/** What Microsoft's own reader makes of a manifest. In a process of its own, since jest cannot load that package's ES modules. */
export function readAsMicrosoftDoes(file: string): Readonly<Record<string, unknown>> {
  const script = 'import m from "office-addin-manifest"; console.log(JSON.stringify(await m.OfficeAddinManifest.readManifestFile(process.argv[1])));';
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", script, file], { cwd: ROOT, encoding: "utf8" })) as Record<string, unknown>;
}
