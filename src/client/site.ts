import type { Site } from "../contract/index.ts";

function isKey(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { kid, x } = value as { kid?: unknown; x?: unknown };
  return typeof kid === "string" && typeof x === "string";
}

/**
 * What the server stamped into the script; undefined in a script that no server of ours served, which then works by its
 * built-in policy. The text is parsed at run time, so that no minifier can fold the stamp away.
 */
export function readSite(stamp: string): Site | undefined {
  try {
    const value: unknown = JSON.parse(stamp);
    if (typeof value !== "object" || value === null) return undefined;
    const { origin, policyKeys } = value as { origin?: unknown; policyKeys?: unknown };
    if (typeof origin !== "string" || !origin.startsWith("https://") || origin.endsWith("/")) return undefined;
    return Array.isArray(policyKeys) && policyKeys.every(isKey) ? (value as Site) : undefined;
  } catch {
    return undefined;
  }
}
