/** What a policy says of attachments, in the units of the parts that keep to it. */
import type { ExtractLimits, Policy } from "../contract/index.ts";
import { DEADLINES } from "./deadline.ts";
import type { Deadlines } from "./deadline.ts";

const MEGABYTE = 1024 * 1024;
const KILOBYTE = 1000;

/** Only what the policy names. */
export function extractLimits({ attachments = {} }: Policy): Partial<ExtractLimits> {
  const { megabytes, unpackedMegabytes, files, depth, secondsPerFile, documentPictureKB } = attachments;
  return {
    ...(megabytes === undefined ? {} : { bytes: megabytes * MEGABYTE }),
    ...(unpackedMegabytes === undefined ? {} : { inflatedBytes: unpackedMegabytes * MEGABYTE }),
    ...(files === undefined ? {} : { files }),
    ...(depth === undefined ? {} : { depth }),
    ...(secondsPerFile === undefined ? {} : { milliseconds: secondsPerFile * 1000 }),
    ...(documentPictureKB === undefined ? {} : { pictureBytes: documentPictureKB * KILOBYTE }),
  };
}

export function deadlinesOf({ attachments = {} }: Policy): Deadlines {
  const { secondsInAll } = attachments;
  return secondsInAll === undefined ? DEADLINES : { ...DEADLINES, attachmentsMs: secondsInAll * 1000 };
}

/** Bytes; undefined where the policy does not say. */
export function signaturePictureBytes({ attachments = {} }: Policy): number | undefined {
  return attachments.signaturePictureKB === undefined ? undefined : attachments.signaturePictureKB * KILOBYTE;
}
