/** Ages as charts write them. */
import { endOf } from "./scan.ts";
import type { Scan } from "./scan.ts";

/** "2yo", "71Y", "34F", "62 F", "8mo": an age as charts write it. A number and one letter alone may be money or metres, so that those take two digits. */
const AGE = /(?:\d{1,3} ?(?:y\/?o[mf]?|y|yrs?|mos?)|\d\d ?[mf])(?![\w/-])/iy;

/** True where a number is an age. */
export function isAge({ text }: Scan, start: number): boolean {
  AGE.lastIndex = start;
  return AGE.test(text);
}

/** Between a name and an age: "GALLO, PIETRO   M  71Y", "Ezekiel, 2yo". */
const BEFORE_AGE = /,? {1,3}(?:[MF],? {1,3})?(?=\d)/y;

/** "Ezekiel, 2yo", "Ito 62F": an age behind a name, without brackets. */
export function agedBehind(scan: Scan, last: number): boolean {
  BEFORE_AGE.lastIndex = endOf(scan, last);
  return BEFORE_AGE.test(scan.text) && isAge(scan, BEFORE_AGE.lastIndex);
}
