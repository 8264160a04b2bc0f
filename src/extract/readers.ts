/** Which reader takes which format. A new format: its kind in sniff.ts, its file under readers/, its line here. */
import type { Outcome, Source, TextSource } from "./outcome.ts";
import { unread } from "./outcome.ts";
import { readCalendar } from "./readers/calendar.ts";
import { readCms } from "./readers/cms.ts";
import { readCompound } from "./readers/compound.ts";
import { readHtml } from "./readers/html.ts";
import { readJson } from "./readers/json.ts";
import { readPdf } from "./readers/pdf.ts";
import { readText } from "./readers/text.ts";
import { readXml } from "./readers/xml.ts";
import { readZip } from "./readers/zip.ts";
import type { BinaryKind, TextKind } from "./sniff.ts";

export const BINARY_READERS = {
  archive: () => unread("not-inspectable"),
  binary: () => unread("not-inspectable"),
  cms: readCms,
  compound: readCompound,
  dicom: () => unread("image"),
  image: () => unread("image"),
  media: () => unread("not-inspectable"),
  pdf: readPdf,
  zip: readZip,
} as const satisfies Readonly<Record<BinaryKind, (source: Source) => Outcome>>;

export const TEXT_READERS = {
  armored: () => unread("encrypted"),
  calendar: readCalendar,
  coded: () => unread("not-inspectable"),
  html: readHtml,
  json: readJson,
  mail: () => unread("not-inspectable"),
  text: readText,
  xml: readXml,
} as const satisfies Readonly<Record<TextKind, (source: TextSource) => Outcome>>;
