import { OVERRIDE_REASONS } from "../contract/index.ts";
import type { Override } from "../contract/index.ts";

/** The recorded reason as kept with the draft; undefined where there is none, or where it is not one of ours. */
export function parseOverride(text: string | undefined): Override | undefined {
  if (text === undefined) return undefined;
  try {
    const { digest, reason, at } = JSON.parse(text) as Partial<Record<keyof Override, unknown>>;
    const known = OVERRIDE_REASONS.find((one) => one === reason);
    return typeof digest === "string" && typeof at === "string" && known !== undefined ? { digest, reason: known, at } : undefined;
  } catch {
    return undefined;
  }
}
