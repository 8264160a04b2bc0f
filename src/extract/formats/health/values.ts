/** Dates, names and addresses of health records, written as people write them: detection reads labelled lines, not fields. */

/** HL7 TS and DICOM DA: year, month, day, then hours and minutes, without marks between them. */
const STAMP = /^(\d{4})(\d{2})(?:(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?)?(?:\.\d{1,6})?(?:[+-]\d{4})?$/;

/** "19610314" as "1961-03-14", "202008021244" as "2020-08-02 12:44". Anything else stays as it is. */
export function dateOf(stamp: string): string {
  const [, year, month, day, hour, minute] = STAMP.exec(stamp.trim()) ?? [];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return stamp;
  const date = day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`;
  return hour === undefined ? date : `${date} ${hour}:${minute}`;
}

/** No message has as many fields, repetitions or components; one that has would fill the memory with empty ones. */
const MOST_PIECES = 10_000;

/** What stands between the marks; the whole text where there are too many of them. */
export function pieces(text: string, mark: string): readonly string[] {
  const found = text.split(mark, MOST_PIECES + 1);
  return found.length > MOST_PIECES ? [text] : found;
}

/** Offset of the next of these code units, or the text's end. */
export function nextOf(text: string, from: number, units: readonly number[]): number {
  let at = from;
  while (at < text.length && !units.includes(text.charCodeAt(at))) at += 1;
  return at;
}

/** The pieces that are there, in one line. */
export function joined(pieces: readonly (string | undefined)[], between = " "): string {
  return pieces.map((piece) => piece?.trim() ?? "").filter((piece) => piece !== "").join(between);
}

export interface NameParts {
  readonly prefix?: string | undefined;
  readonly given?: string | undefined;
  readonly middle?: string | undefined;
  readonly family?: string | undefined;
  readonly suffix?: string | undefined;
}


/** "LOPEZ" as "Lopez": words in capitals alone are taken for codes. */
function nameCase(word: string): string {
  return /\p{Lu}{2}/u.test(word) && !/\p{Ll}/u.test(word) ? word.toLowerCase().replace(/(^|[^\p{L}'’]|\b[od]['’])(\p{L})/gu, (_whole, before: string, letter: string) => before + letter.toUpperCase()) : word;
}

export function nameOf({ prefix, given, middle, family, suffix }: NameParts): string {
  return joined([prefix, ...[given, middle, family].map((part) => nameCase(part ?? "")), suffix]);
}

/** The name of one who gives care: the title tells that it is no patient. */
export function providerName(parts: NameParts): string {
  const name = nameOf({ ...parts, prefix: undefined });
  return name === "" || parts.given === undefined || parts.given === "" ? name : `Dr ${name}`;
}

/** "123 Main St, Springfield, IL 62701". */
export function addressOf(lines: readonly (string | undefined)[], city?: string, state?: string, zip?: string, country?: string): string {
  const code = zip !== undefined && /^\d{9}$/.test(zip) ? `${zip.slice(0, 5)}-${zip.slice(5)}` : zip;
  return joined([...lines, city, joined([state, code]), country], ", ");
}

/** "3055550111" as "305-555-0111". */
export function phoneOf(number: string): string {
  return number.replace(/^(\d{3})(\d{3})(\d{4})$/, "$1-$2-$3");
}

/** ICD-10 with its dot, which messages leave out. */
export function dotted(code: string): string {
  return /^[A-Z]\d[\dA-Z]{2,5}$/i.test(code) ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}

/** A labelled line, or nothing where there is no value. */
export function line(label: string, value: string | undefined): string | undefined {
  const text = value?.trim() ?? "";
  return text === "" ? undefined : `${label}: ${text}`;
}
