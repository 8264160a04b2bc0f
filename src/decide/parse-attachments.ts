/** The limits of a policy's `attachments` from JSON. */
import type { PolicyAttachments } from "../contract/index.ts";
import { fieldsOf, own, show } from "./shape.ts";
import type { Notes } from "./shape.ts";

/** The least and the most of each. Zero seconds or bytes would read nothing, and more than Outlook's own time helps nobody. */
const RANGES = {
  megabytes: [1, 150], unpackedMegabytes: [1, 500], files: [1, 10_000], depth: [1, 10], secondsPerFile: [1, 60], secondsInAll: [5, 220], documentPictureKB: [0, 10_000],
  signaturePictureKB: [0, 10_000],
} as const satisfies Readonly<Record<keyof PolicyAttachments, readonly [number, number]>>;

/** What is wrong is noted. */
export function parseAttachments(value: unknown, to: Notes): PolicyAttachments | undefined {
  if (value === undefined) return undefined;
  const keys = Object.keys(RANGES) as (keyof PolicyAttachments)[];
  const fields = fieldsOf(value, "attachments", { required: [], optional: keys }, to) ?? {};
  const read: { -readonly [K in keyof PolicyAttachments]: PolicyAttachments[K] } = {};
  for (const key of keys) {
    const given = own(fields, key);
    const [least, most] = RANGES[key];
    if (given === undefined) continue;
    if (typeof given === "number" && Number.isInteger(given) && given >= least && given <= most) read[key] = given;
    else to.note(`attachments.${key}`, `must be a whole number from ${least} to ${most}; found ${show(given)}.`);
  }
  return read;
}
