/** The categories (first three characters) of ICD-10-CM. */
import { PACKED } from "./packed.ts";

/** One row per first two characters ("A0" first), one letter or digit per third character that exists. */
const ROWS = PACKED.icd.split(" ");

/** True where `code` is a category of ICD-10-CM, such as "E11" or "C7A"; case makes no difference. */
export function isIcdCategory(code: string): boolean {
  if (code.length !== 3) return false;
  const upper = code.toUpperCase();
  const letter = upper.charCodeAt(0) - 0x41;
  const digit = upper.charCodeAt(1) - 0x30;
  if (letter < 0 || letter > 25 || digit < 0 || digit > 9) return false;
  const row = ROWS[letter * 10 + digit];
  return row !== undefined && row.includes(upper.charAt(2));
}
