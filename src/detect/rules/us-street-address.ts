/** Street address (USPS Publication 28): house number, street words, suffix; then unit, city, state, ZIP where they follow. PO boxes too. */
import { defineRule, span } from "../rule.ts";

const SUFFIX =
  "(?:street|st|avenue|ave|av|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|way|place|pl|terrace|ter|circle|cir|parkway|pkwy|highway|hwy|trail|trl|square|sq|loop|alley|aly|plaza|plz|point|pt|ridge|rdg|run|path|row|crossing|xing|pike|cove|cv|bend|bnd|creek|crk|hollow|glen|grove|hill|heights|hts|landing|manor|meadow|meadows|park|pass|route|rte|turnpike|view|walk)";
const STATE =
  "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY])";
const UNIT = "(?:,? ?\\n?(?:Apt|Apartment|Unit|Suite|Ste|Room|Rm|Bldg|Floor|Fl|#)\\.? ?#?[A-Za-z0-9-]{1,6}(?![a-z]))?";
const CITY = `(?:,?[ \\n]{1,2}(?:[A-Z][A-Za-z.'-]{1,20} ?){1,4},? ${STATE}(?:,? \\d{5}(?:-\\d{4})?)?\\b)`;
/** A dot behind a longer word ends its sentence: "on 19 March. Dr. Ames …". */
const WORD = "(?:[A-Z][A-Za-z.'-]{0,20}(?<![a-z]{4}\\.)|\\d{1,3}(?:st|nd|rd|th))";

/** House number, direction, one to four words, suffix, unit. */
const STREET =
  `(?<![\\d.,$#/:-])\\d{1,6}[A-Za-z]? (?:(?:[NSEW]|North|South|East|West|N[EW]|S[EW])\\.? )?(?:${WORD} ){1,4}?${suffixAnyCase()}(?![A-Za-z])\\.?` +
  `(?: (?:[NSEW]|N[EW]|S[EW])(?![A-Za-z]))?${UNIT}`;

function suffixAnyCase(): string {
  return SUFFIX.replace(/[a-z]/g, (c) => `[${c.toUpperCase()}${c}]`);
}

export const usStreetAddress = defineRule({
  id: "us-street-address",
  part: "B",
  title: { en: "Street address", es: "Dirección postal" },
  gates: [{ kind: "digits", lengths: span(1, 6) }, { kind: "mixed", lengths: span(2, 6) }, { kind: "words", words: ["po", "p"] }],
  shapes: [
    { name: "street with city", pattern: new RegExp(`${STREET}${CITY}`, "y"), points: 24 },
    { name: "street", pattern: new RegExp(STREET, "y"), points: 16 },
    { name: "po-box", pattern: new RegExp(`P\\.? ?O\\.? ?Box \\d{1,6}\\b${CITY}?`, "y"), points: 20 },
  ],
  cues: { words: ["address", "lives", "live", "home", "home address", "resides", "residence", "residing", "street", "discharged to", "moved to", "dirección", "domicilio"], before: 40, after: 0, points: 12 },
  negativeCues: { words: ["remit to", "office", "suite", "located at", "headquarters", "clinic address", "ship to", "venue", "restaurant", "hotel"], before: 30, after: 0, points: -8 },
  weight: 45,
});
