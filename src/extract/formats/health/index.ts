import { startsAt } from "../../bytes.ts";
import type { Format } from "../../format.ts";

/** Asked before pictures: DICOM allows a TIFF head before its own mark. */
const DICOM: Format = {
  key: "dicom", title: "DICOM image", endings: ["dcm", "dicom"], told: ({ bytes }) => startsAt(bytes, 128, "DICM"), read: (_file, out) => out.unread("image"), reads: "nothing yet",
};

export const HEALTH_FORMATS: readonly Format[] = [DICOM];
