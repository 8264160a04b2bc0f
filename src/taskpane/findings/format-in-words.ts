import type { Wording } from "../wording.ts";

/** "a Word document" for the key of a format of `extract`; a key without a word is said as it is. */
export function formatInWords(key: string, { formats }: Wording): string {
  return (formats as Readonly<Record<string, string>>)[key] ?? key;
}
