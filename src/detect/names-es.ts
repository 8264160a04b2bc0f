/** Spanish personal names: one or two given names and two surnames, with particles between them ("Ana de la Torre y Luna"). */
import { hasWord, wordsOf } from "./context.ts";
import { FLAG } from "./lexicon/index.ts";
import { gapAfter } from "./gaps.ts";
import { isCapital, isInitial, lengthOf } from "./names.ts";
import type { NameSpan } from "./names.ts";
import { endOf, flagsOf, hashOf, INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";

const PARTICLES = wordsOf("de,del,la,las,los,y,i,e,da,dos,san,santa");
const LONGEST = 8;
const MOST_PARTICLES = 2;

function isName(scan: Scan, token: number, inField: boolean): boolean {
  if (!isCapital(scan, token) || lengthOf(scan, token) < 2) return false;
  if (inField) return true;
  const flags = flagsOf(scan, token);
  if ((flags & (FLAG.GIVEN | FLAG.SURNAME)) !== 0) return true;
  return (flags & (FLAG.COMMON | FLAG.TERM)) === 0 || (flags & FLAG.PLACE) !== 0;
}

function isParticle(scan: Scan, token: number): boolean {
  return hasWord(PARTICLES, hashOf(scan, token));
}

/** Two blanks may part the names on a form; a line never does. */
function joins(scan: Scan, token: number): boolean {
  return /^(?: {1,2}|-|\. )$/.test(gapAfter(scan, token)) && (infoOf(scan, token + 1) & INFO.LINE) === 0 && !(gapAfter(scan, token) === ". " && !isInitial(scan, token));
}

/** The next part of the name after `token`: a name, an initial, or a name behind one or two particles. */
function nextPart(scan: Scan, token: number, inField: boolean): number | undefined {
  let next = token + 1;
  for (let particles = 0; next < scan.count && joins(scan, next - 1); next++) {
    if (isParticle(scan, next) && !(isName(scan, next, false) && !isParticle(scan, next + 1) && !isName(scan, next + 1, inField))) {
      if (++particles > MOST_PARTICLES) return undefined;
      continue;
    }
    return isName(scan, next, inField) || (isInitial(scan, next) && scan.text.startsWith(".", endOf(scan, next))) ? next : undefined;
  }
  return undefined;
}

/** The name that begins at a token; "García López, María" too. In the field of a form everyday words are names as well ("Casado"). Undefined where none begins. */
export function spanishNameAt(scan: Scan, token: number, inField = false): NameSpan | undefined {
  let last = isName(scan, token, inField) && !isParticle(scan, token) ? token : undefined;
  if (last === undefined && isParticle(scan, token) && isCapital(scan, token)) last = nextPart(scan, token, inField);
  if (last === undefined) return undefined;
  let listed = isListed(scan, last) ? 1 : 0;
  let parts = 1;
  for (let next = nextPart(scan, last, inField); next !== undefined && next - token < LONGEST; next = nextPart(scan, last, inField)) {
    last = next;
    parts++;
    if (isListed(scan, last)) listed++;
  }
  const comma = last + 1;
  if (gapAfter(scan, last) === ", " && isName(scan, comma, inField) && (flagsOf(scan, comma) & FLAG.GIVEN) !== 0 && (infoOf(scan, comma) & INFO.LINE) === 0) {
    last = nextPart(scan, comma, inField) ?? comma;
    listed++;
    parts++;
  }
  return { first: token, last, start: startOf(scan, token), end: endOf(scan, last), shape: parts > 1 ? "nombre y apellidos" : "un nombre", points: Math.min(16, 2 + 4 * listed + 2 * parts) };
}

function isListed(scan: Scan, token: number): boolean {
  return (flagsOf(scan, token) & (FLAG.GIVEN | FLAG.SURNAME)) !== 0;
}

/** True where at least the first word of the name is on a list and no everyday word. */
export function isKnownName(scan: Scan, name: NameSpan): boolean {
  for (let t = name.first; t <= name.last; t++) if (isListed(scan, t) && (flagsOf(scan, t) & FLAG.COMMON) === 0) return true;
  return false;
}
