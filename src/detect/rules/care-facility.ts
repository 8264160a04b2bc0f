/** A named hospital, clinic or health system: a weak place, and a sign of care. */
import { hasWord, wordsOf } from "../context.ts";
import { gapAfter } from "../gaps.ts";
import { isCapital } from "../names.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { endOf, hashOf, infoOf, INFO, startOf, tokenAt } from "../scan.ts";
import type { Scan } from "../scan.ts";

const HEADS = ["hospital", "clinic", "center", "centre", "ctr", "cntr", "pediatrics", "healthcare", "healthcenter", "hospice", "medicine", "oncology", "infirmary"];
/** "Orlando Health" and "Nevada Medical Group": the word before must be a name of its own. */
const SYSTEM_HEADS = ["health", "medical", "physicians"];
const BEFORE_CENTER = wordsOf("medical,med,health,cancer,surgery,surgical,heart,rehabilitation,rehab,care,dialysis,treatment,recovery,women's");
const CENTERS = wordsOf("center,centre,ctr,cntr");
const NOT_FIRST = wordsOf("the,our,at,in,a,an,and,to,from,dr,hi,dear,see,please,this,that");
/** What health is of, where no house is meant. */
const FIELD_OF = wordsOf("mental,public,behavioral,home,employee,occupational,digital,global,women's,men's,community,world,family,bone,heart,brain,sexual,reproductive,population,rural,oral,dental,national,us,american,my,your,good,digestive,environmental,veterinary,animal,school,student,emergency,durable,internal,electronic,chief,general,associate,senior,office,department,ministry,institute,institutes");
const SYSTEM_TAIL = /(?: (?:Group|Care|System|Network|Partners|Associates|Center|Ctr))?/y;

/** Large health systems and teaching hospitals by the short names people write. Compiled from general knowledge, November 2026; not checked against a register. */
const SYSTEMS = [
  "UCSF", "UCLA", "UPMC", "UWMC", "UCSD", "UAB", "UNC", "OHSU", "MUSC", "UTSW", "MGH", "BIDMC", "NYU Langone", "NYU", "Cedars?(?: |-)?Sinai", "M(?:oun)?t\\.? Sinai", "John'?s? Hopkins", "MD Anderson", "Mass General", "Kaiser(?: Permanente)?",
  "New ?York[ -]Presbyterian", "NY Presbyterian", "Mayo Clinic", "Cleveland Clinic", "Memorial Sloan Kettering", "Sloan Kettering", "Geisinger", "Intermountain", "SF General", "Bellevue Hospital", "Brigham and Women's", "Beth Israel", "Dana[ -]Farber",
  "Montefiore", "Maimonides", "Loma Linda", "Stanford", "Vanderbilt", "Emory", "Northwell", "Ochsner", "Scripps", "Sharp", "Swedish", "Baylor", "Rush", "Penn", "Yale[ -]New Haven", "Duke", "Houston Methodist", "Barnes[ -]Jewish", "Henry Ford", "Parkland", "Grady", "Cook County",
];
const TAIL = "(?: University)?(?: (?:Med(?:ical|\\.)? (?:Center|Ctr|Cntr|center)|(?:Children's )?Health(?: ?Care| System)?|Hospitals?|hospital|clinic|Clinic|Medicine|Med))";
/** These are also a university, a family or a word: only with what they are. */
const NEEDS_TAIL = /^(?:Stanford|Vanderbilt|Emory|Sharp|Swedish|Baylor|Rush|Penn|Duke|Grady|NYU(?! Langone)|UAB|UNC|Scripps)/;
const SYSTEM = new RegExp(`(?:${SYSTEMS.join("|")})${TAIL}?\\b`, "y");
const SYSTEM_WORDS = ["ucsf", "ucla", "upmc", "uwmc", "ucsd", "uab", "unc", "ohsu", "musc", "utsw", "mgh", "bidmc", "nyu", "cedars", "cedar", "mount", "mt", "johns","john", "md", "mass", "kaiser", "newyork", "new", "ny", "mayo", "cleveland", "memorial", "sloan", "geisinger", "intermountain", "sf", "bellevue", "brigham", "beth", "dana", "montefiore", "maimonides", "loma", "stanford", "vanderbilt", "emory", "northwell", "ochsner", "scripps", "sharp", "swedish", "baylor", "rush", "penn", "yale", "duke", "houston", "barnes", "henry", "parkland", "grady", "cook"];
/** "St. Mary's" is a house, "St. Louis" a city. */
const SAINT = /(?:St\.?|Saint) [A-Z][a-z]{2,12}'s?(?: (?:Med(?:ical)? (?:Center|Ctr)|Health(?:care)?|Hospital|hospital|Clinic|clinic))?(?!\w)/y;

const LONGEST = 5;
/** More than any personal name: nobody is called "Johns Hopkins". */
const NAMED = 34;

function facilityAt(scan: Scan, token: number): Match | undefined {
  if (!isCapital(scan, token)) return undefined;
  const start = startOf(scan, token);
  for (const [pattern, shape, words] of [[SYSTEM, "health system", SYSTEM_BEGINS], [SAINT, "saint's name", SAINT_BEGINS]] as const) {
    if (!hasWord(words, hashOf(scan, token))) continue;
    pattern.lastIndex = start;
    const found = pattern.exec(scan.text)?.[0];
    if (found !== undefined && !(shape === "health system" && NEEDS_TAIL.test(found) && !/ (?:[HMC]|clinic|hospital)/.test(found))) {
      return visited(scan, token, { start, end: start + found.length, shape, points: NAMED, care: 0 });
    }
  }
  const named = HEAD_SET.words.has(hashOf(scan, token)) ? headedBy(scan, token) : undefined;
  return named === undefined ? undefined : visited(scan, tokenAt(scan, named.start), named);
}

const VISITS = wordsOf("seen,admitted,discharged,treated,evaluated,hospitalized,visited,visit,followed,reviewed,examined,operated");
const VISIT_REACH = 10;
const TOWARDS = wordsOf("at,to,from,in");
const VISITED_WEIGHT = 40;

/** "… a 57-year-old man admitted to Oak Hill Hospital on March 13": where one person was cared for. */
function visited(scan: Scan, first: number, match: Match): Match {
  if (!TOWARDS.words.has(hashOf(scan, first - 1))) return match;
  for (let t = first - 2; t >= 0 && t >= first - VISIT_REACH && (infoOf(scan, t + 1) & INFO.SENTENCE) === 0; t--) {
    if (VISITS.words.has(hashOf(scan, t))) return { ...match, weight: VISITED_WEIGHT, role: "patient", evidence: [{ kind: "cue", cue: "seen at", distance: match.start - endOf(scan, t) }] };
  }
  return match;
}

const SYSTEM_BEGINS = wordsOf(SYSTEM_WORDS.join(","));
const SAINT_BEGINS = wordsOf("st,saint");
const HEAD_SET = wordsOf([...HEADS, ...SYSTEM_HEADS].join(","));
const SYSTEM_SET = wordsOf(SYSTEM_HEADS.join(","));

function headedBy(scan: Scan, token: number): Match | undefined {
  const before = hashOf(scan, token - 1);
  if (CENTERS.words.has(hashOf(scan, token)) && !BEFORE_CENTER.words.has(before)) return undefined;
  const system = SYSTEM_SET.words.has(hashOf(scan, token));
  if (system && (FIELD_OF.words.has(before) || (infoOf(scan, token - 1) & INFO.CAPS) !== (infoOf(scan, token) & INFO.CAPS))) return undefined;
  let first = token;
  while (first > 0 && token - first < LONGEST && /^(?: |\. |-)$/.test(gapAfter(scan, first - 1)) && (infoOf(scan, first) & INFO.LINE) === 0) {
    if (!isCapital(scan, first - 1) || NOT_FIRST.words.has(hashOf(scan, first - 1))) break;
    first--;
  }
  if (first === token) return undefined;
  if (!system) return { start: startOf(scan, first), end: endOf(scan, token), shape: "named facility", points: 14 };
  SYSTEM_TAIL.lastIndex = endOf(scan, token);
  const tail = SYSTEM_TAIL.exec(scan.text)?.[0] ?? "";
  return { start: startOf(scan, first), end: endOf(scan, token) + tail.length, shape: "named health system", points: 4, care: 0 };
}

export const careFacility = defineRule({
  id: "care-facility",
  part: "B",
  title: { en: "Hospital or clinic by name", es: "Hospital o clínica por su nombre" },
  gates: [{ kind: "words", words: [...HEADS, ...SYSTEM_HEADS, ...SYSTEM_WORDS, "st", "saint"] }],
  find: facilityAt,
  weight: 8,
  care: 15,
});
