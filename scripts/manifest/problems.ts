/** The offline checks of manifest.xml. Microsoft's own validator asks a service on the internet, so it cannot be part of our gates. */
import { Buffer } from "node:buffer";
import { eventProblems, runtimeProblems } from "./events.ts";
import type { ManifestFacts } from "./facts.ts";
import { identityProblems } from "./identity.ts";
import { iconProblems, resourceProblems, textProblems, urlProblems } from "./resources.ts";
import { structureProblems } from "./structure.ts";
import { parseXml } from "./xml.ts";

/** Documented limit of a manifest. */
const MAX_BYTES = 256 * 1024;

/**
 * Everything that is wrong with a manifest, one sentence each; empty if nothing is. A document that is not well-formed, or whose elements are not
 * where they belong, is not looked at further, since the other rules would only repeat it.
 */
export function manifestProblems(xml: string, facts: ManifestFacts): readonly string[] {
  if (Buffer.byteLength(xml) > MAX_BYTES) return [`The manifest is larger than ${MAX_BYTES / 1024} KB.`];
  const parsed = parseXml(xml);
  if (!parsed.ok) return parsed.problems;
  const root = parsed.value;
  const structure = structureProblems(root);
  if (structure.length > 0) return structure;
  return [
    ...identityProblems(root),
    ...textProblems(root),
    ...resourceProblems(root),
    ...urlProblems(root, facts),
    ...iconProblems(root, facts),
    ...runtimeProblems(root),
    ...eventProblems(root, facts),
  ];
}
