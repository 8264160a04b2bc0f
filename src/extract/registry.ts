/** All formats, in the order in which a file is asked for them: what is surest by its first bytes comes first, plain text last. */
import type { Format } from "./format.ts";
import { Head } from "./format.ts";
import { HEALTH_FORMATS } from "./formats/health/index.ts";
import { LEGACY_FORMATS } from "./formats/legacy/index.ts";
import { MAIL_FORMATS } from "./formats/mail/index.ts";
import { MEDIA_FORMATS } from "./formats/media/index.ts";
import { OFFICE_FORMATS } from "./formats/office/index.ts";
import { PDF_FORMATS } from "./formats/pdf/index.ts";
import { SHEET_FORMATS } from "./formats/sheets/index.ts";
import { TEXT_FORMATS } from "./formats/text/index.ts";
import type { SourceFile } from "./sink.ts";

export const FORMATS: readonly Format[] = [
  ...HEALTH_FORMATS, ...OFFICE_FORMATS, ...SHEET_FORMATS, ...LEGACY_FORMATS, ...MEDIA_FORMATS, ...PDF_FORMATS, ...MAIL_FORMATS, ...TEXT_FORMATS,
];

export const REGISTRY: ReadonlyMap<string, Format> = new Map(FORMATS.map((format) => [format.key, format]));

/** Key of the format that a file's content shows. Anything is at least "text"; its reader looks whether it is. */
export function formatOf(file: SourceFile): string {
  const head = new Head(file);
  return FORMATS.find((format) => format.told?.(head) === true)?.key ?? "text";
}

const BY_ENDING = new Map<string, Set<string>>();
for (const { key, endings } of FORMATS) {
  for (const ending of endings) BY_ENDING.set(ending, (BY_ENDING.get(ending) ?? new Set()).add(key));
}

/** True where the name's ending promises another format than the content has. An unknown ending promises nothing. */
export function isMisnamed(name: string, format: string): boolean {
  const ending = /\.([^.\\/]{1,12})$/.exec(name.toLowerCase())?.[1];
  const promised = ending === undefined ? undefined : BY_ENDING.get(ending);
  return promised !== undefined && !promised.has(format);
}
