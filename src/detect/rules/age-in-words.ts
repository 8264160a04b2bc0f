/** Ages of 90 and more written out (45 CFR 164.514(b)(2)(i)(C)): dictated notes and letters spell numbers. */
import { wordHash } from "../lexicon/index.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { endOf, hashOf, startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";

const ONE = wordHash("one", 0, 3);
const A = wordHash("a", 0, 1);
const UNIT = "one|two|three|four|five|six|seven|eight|nine";
const TEEN = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
const NUMBER = `(?:ninety(?:[- ](?:${UNIT}))?|hundred(?:[- ](?:and[- ])?(?:${UNIT}|${TEEN}))?)`;
const OLD = new RegExp(`${NUMBER}[- ](?:(?:years?|yrs?\\.?)[- ](?:old|of age|young)|y\\.?\\/?o)(?![a-z])`, "iy");
const ALONE = new RegExp(`${NUMBER}(?![\\w-]| (?:per ?cent|dollars|days|weeks|minutes|hours|thousand|million|people|degrees))`, "iy");
/** What leads to an age without "years old". */
const LEADS = /(?:aged?|age (?:is|of)|age:|turn(?:ed|ing|s)) $/i;
const LEAD_REACH = 12;

function ageAt(scan: Scan, token: number): Match | undefined {
  const { text } = scan;
  const from = startOf(scan, token);
  const before = hashOf(scan, token - 1);
  const led = from - endOf(scan, token - 1) === 1 && (before === ONE || before === A);
  const hundred = (text.charCodeAt(from) | 32) === 104;
  if (hundred && !led) return undefined;
  const start = hundred ? startOf(scan, token - 1) : from;
  OLD.lastIndex = from;
  const old = OLD.exec(text);
  if (old !== null) return { start, end: from + old[0].length, shape: "years-old", points: 22 };
  if (!LEADS.test(text.slice(Math.max(0, start - LEAD_REACH), start))) return undefined;
  ALONE.lastIndex = from;
  const alone = ALONE.exec(text);
  return alone === null ? undefined : { start, end: from + alone[0].length, shape: "aged", points: 14 };
}

export const ageInWords = defineRule({
  id: "age-in-words",
  part: "C",
  title: { en: "Age over 89 in words", es: "Edad mayor de 89, en letras (inglés)" },
  gates: [{ kind: "words", words: ["ninety", "hundred"] }],
  find: ageAt,
  negativeCues: { words: ["warranty", "experience", "company", "building", "church", "house", "tree", "bridge", "tradition", "history", "town"], before: 30, after: 30, points: -36 },
  weight: 50,
});
