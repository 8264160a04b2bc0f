/** A named hospital or clinic: a weak place, and a sign of care. */
import { wordsOf } from "../context.ts";
import { gapAfter, isCapital } from "../names.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { endOf, hashOf, infoOf, INFO, startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";

const HEADS = ["hospital", "clinic", "center", "centre", "pediatrics", "healthcare", "hospice", "medicine", "oncology", "infirmary"];
const BEFORE_CENTER = wordsOf("medical,health,cancer,surgery,surgical,heart,rehabilitation,rehab,care,dialysis,treatment,recovery,women's");
const CENTERS = wordsOf("center,centre");
const NOT_FIRST = wordsOf("the,our,at,in,a,an,and,to,from,dr,hi,dear,see,please,this,that");
const LONGEST = 5;

function facilityAt(scan: Scan, token: number): Match | undefined {
  if (!isCapital(scan, token)) return undefined;
  if (CENTERS.words.has(hashOf(scan, token)) && !BEFORE_CENTER.words.has(hashOf(scan, token - 1))) return undefined;
  let first = token;
  while (first > 0 && token - first < LONGEST && /^(?: |\. )$/.test(gapAfter(scan, first - 1)) && (infoOf(scan, first) & INFO.LINE) === 0) {
    if (!isCapital(scan, first - 1) || NOT_FIRST.words.has(hashOf(scan, first - 1))) break;
    first--;
  }
  if (first === token) return undefined;
  return { start: startOf(scan, first), end: endOf(scan, token), shape: "named facility", points: 14 };
}

export const careFacility = defineRule({
  id: "care-facility",
  part: "B",
  title: { en: "Hospital or clinic by name", es: "Hospital o clínica por su nombre" },
  gates: [{ kind: "words", words: HEADS }],
  find: facilityAt,
  weight: 8,
  care: 15,
});
