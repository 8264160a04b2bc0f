/** Spanish postal code: five digits, the first two from 01 to 52 are the province (Correos); Mexican codes too where the word leads. */
import { FLAG } from "../lexicon/index.ts";
import { gapAfter } from "../gaps.ts";
import { isInitial } from "../names.ts";
import { spanishNameAt } from "../names-es.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { endOf, flagsOf, startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";

const CUED = /(?:c\.? ?p\.?|c[oó]digo postal|d\.p\.)\s?:?\s{0,3}((?:E-)?\d{4,6})(?![\d-])/iy;
const BARE = /(?<![\d.,$€/])(?:0[1-9]|[1-4]\d|5[0-2])\d{3}(?=[., -]{1,3}[A-ZÁÉÍÓÚ])/y;
/** Five digits and a place we know: in an address, but "28000 Madrid" may count people. */
const BARE_POINTS = 10;

function codeAt(scan: Scan, token: number): Match | undefined {
  const from = startOf(scan, token);
  CUED.lastIndex = from;
  const cued = CUED.exec(scan.text);
  if (cued !== null) {
    const value = cued[1] ?? "";
    const end = from + cued[0].length;
    return { start: end - value.length, end, shape: "cp", points: 20, evidence: [{ kind: "cue", cue: "código postal", distance: 1 }] };
  }
  BARE.lastIndex = from;
  if (!BARE.test(scan.text) || !/^[., -]{1,3}$/.test(gapAfter(scan, token))) return undefined;
  const last = townAfter(scan, token);
  if (last === undefined) return undefined;
  const province = spanishNameAt(scan, last + 1);
  const both = province !== undefined && isPlace(scan, province.first) && /^(?:, ?|\.? ?\(|\. )$/.test(scan.text.slice(endOf(scan, last), province.start));
  return { start: from, end: both ? endOf(scan, province.first) : endOf(scan, last), shape: "cp y población", points: BARE_POINTS };
}

/** Last token of the town behind a code: a place we know, or any name where the code stands behind the number of a house. */
function townAfter(scan: Scan, token: number): number | undefined {
  const first = isInitial(scan, token + 1) ? token + 2 : token + 1;
  const name = spanishNameAt(scan, first);
  if (name === undefined || startOf(scan, first) - endOf(scan, token) > 4) return undefined;
  let last = first;
  for (let t = first; t <= name.last; t++) if (isPlace(scan, t)) last = t;
  if (isPlace(scan, last)) return last;
  const before = scan.text.slice(Math.max(0, startOf(scan, token) - LOOK_BACK), startOf(scan, token));
  if (!HOUSE.test(before)) return undefined;
  return isInitial(scan, name.last) ? name.last - 1 : name.last;
}

/** "Calle Mayor 3, ", "s/n. ", "12, 2º B - ". */
const HOUSE = /(?:s ?\/? ?n|\d ?[A-Zºª]?)[.,)]{0,2} ?-? ?(?:E-)?$/i;
const LOOK_BACK = 12;

function isPlace(scan: Scan, token: number): boolean {
  return (flagsOf(scan, token) & FLAG.PLACE) !== 0;
}

export const esPostalCode = defineRule({
  id: "es-postal-code",
  part: "B",
  title: { en: "Spanish postal code", es: "Código postal de España" },
  gates: [{ kind: "words", words: ["cp", "c", "código", "d"] }, { kind: "digits", lengths: [5] }],
  find: codeAt,
  weight: 25,
});
