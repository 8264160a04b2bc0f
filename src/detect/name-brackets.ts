/** What stands in brackets or as a date right behind a name: an aside, an age, a birth date. */
import { SHORT_NOTE } from "./care-grammar.ts";
import { endOf, INFO, infoOf, tokenAt } from "./scan.ts";
import type { Scan } from "./scan.ts";

/** An opening bracket after a token, but for a stop, a comma and a space. */
function bracketAfter(scan: Scan, token: number): boolean {
  for (let at = endOf(scan, token), until = at + 3; at < until; at++) {
    const code = scan.text.charCodeAt(at);
    if (code === 40) return true;
    if (code !== 32 && code !== 44 && code !== 46) return false;
  }
  return false;
}

const ASIDE = /,? ?\([^()\n]{1,60}\)/y;

/** The last token of "Mike (the janitor at the school)". */
export function afterAside(scan: Scan, last: number): number {
  if (!bracketAfter(scan, last)) return last;
  ASIDE.lastIndex = endOf(scan, last);
  const match = ASIDE.exec(scan.text);
  return match === null ? last : tokenAt(scan, ASIDE.lastIndex - 2);
}

/** "Lopez Maria 04/12/58": on a slip the day of birth follows the name. A year of today is a day of today. */
const BORN = /,? \(?\d{1,2}[/.-]\d{1,2}[/.-](?:19\d\d|200\d|[3-9]\d)(?!\d)/y;

export function bornBehind(scan: Scan, last: number): boolean {
  if ((infoOf(scan, last + 1) & INFO.DIGIT) === 0 || scan.count > SHORT_NOTE) return false;
  BORN.lastIndex = endOf(scan, last);
  return BORN.test(scan.text);
}

const BRACKET = /\.? ?\((?:dob|d\.o\.b|age|mrn|ssn|b\. ?\d|born|\d{1,2}[/.-]\d{1,2}[/.-]\d|(?:19|20)\d\d-\d|\d{1,3} ?(?:y|m\b|f\b|mo)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iy;

/** "Ian (07-03-1976)", "Rosa (34F)": how charts set a name beside a birth date. */
export function bracketed(scan: Scan, last: number): boolean {
  if (!bracketAfter(scan, last)) return false;
  BRACKET.lastIndex = endOf(scan, last);
  return BRACKET.test(scan.text);
}
