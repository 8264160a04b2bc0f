/** How notes in haste tie a name to care without a word between them: the head of an entry, a name before a term, a question after someone. */
import { hasWord, listedFrom, wordsOf } from "./context.ts";
import { isMeasure, OWN_TERMS } from "./landmarks.ts";
import { WORK_OF } from "./link-words.ts";
import { FLAG } from "./lexicon/index.ts";
import { endOf, flagsOf, hashOf, INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";
import { termAt } from "./terms.ts";
import { endsInS } from "./text.ts";

/** A note of so many tokens is about one thing. */
export const SHORT_NOTE = 60;

/** Terms that carry the name of whoever found or makes them, or that staff are called by: "Foley catheter", "Alvarez infusion center". */
const NAMED_AFTER = wordsOf("catheter,procedure,syndrome,disease,sign,score,test,tube,bag,drain,retractor,forceps,clinic,center,centre,unit,department,service,ward,floor,lab,team,group,hospital,pharmacy,nurse,nurses,surgeon,doctor,physician,provider,vaccine,pharmaceuticals,foundation,fund,institute,program,study,trial,protocol,pump,stent,implant,mesh,brace,splint,ventilator,monitor,bed,beds");

/** "the psych unit", "the hospice gala": a term that names a place or some work tells of nobody's care. */
export function namesWork(scan: Scan, token: number, tokens: number): boolean {
  let next = token + tokens;
  // "strep swab training"
  for (let term = termAt(scan, next); term !== undefined && (infoOf(scan, next) & INFO.SENTENCE) === 0; term = termAt(scan, next)) next += term.tokens;
  return (infoOf(scan, next) & INFO.SENTENCE) === 0 && (hasWord(NAMED_AFTER, hashOf(scan, next)) || hasWord(WORK_OF, hashOf(scan, next)));
}

/** "Zhou INR 1.4", "the Haddad C-section", "Nakamura CBC back": a name and, one blank on, what was found or done. An everyday word before a term is an adjective. */
export function beforeTerm(scan: Scan, first: number, last: number): boolean {
  if ((flagsOf(scan, last) & (FLAG.COMMON | FLAG.PLACE | FLAG.TERM)) !== 0 || !oneBlank(scan, last)) return false;
  if ((infoOf(scan, last + 1) & INFO.SENTENCE) !== 0) return false;
  if (scan.count <= SHORT_NOTE && (flagsOf(scan, last) & (FLAG.SURNAME | FLAG.GIVEN)) !== 0 && isMeasure(scan, last + 1)) return true;
  const term = termAt(scan, last + 1);
  if (term === undefined || (term.tag.strength !== "strong" && !(scan.count <= SHORT_NOTE && OWN_TERMS.has(term.tag.termClass)))) return false;
  // "FONTAINE RA", "BOYNTON BEACH FL": in capitals any two letters are an abbreviation.
  if (term.tag.strength !== "strong" && (infoOf(scan, last) & INFO.CAPS) !== 0) return false;
  if (term.tag.termClass === "specialty" || term.tag.termClass === "coverage" || term.tag.termClass === "anatomy") return false;
  const listed = (flagsOf(scan, last) & (FLAG.SURNAME | FLAG.GIVEN)) !== 0;
  if (!listed && scan.count > SHORT_NOTE) return false;
  // "Baxter Healthcare IV sets", "Merck vaccines": more than one of them is merchandise.
  if (namesWork(scan, last + 1, term.tokens)) return false;
  for (let t = last + 1; t <= last + 1 + term.tokens; t++) if (hasWord(NAMED_AFTER, hashOf(scan, t))) return false;
  return first > 0 || last + term.tokens + 1 < scan.count;
}

function oneBlank(scan: Scan, token: number): boolean {
  return scan.text.charCodeAt(endOf(scan, token)) === 32 && startOf(scan, token + 1) - endOf(scan, token) === 1;
}

/** What parts the name from the rest in a list of patients. */
const DELIMITER = /(?: ?[-–—:|/;,(]{1,2} ?|\t|: {1,2}| {2,4}| = | -> ?)$/y;
const DELIMITED_REACH = 4;

/** "Goldfarb – cellulitis", "8:00 / Abernathy / Remicade", "Hoang (lap chole), Pruitt (hernia)": at the head of an entry, and soon after it what they are there for. */
export function headsEntry(scan: Scan, first: number, last: number): boolean {
  const from = endOf(scan, last);
  const gap = scan.text.slice(from, Math.min(startOf(scan, last + 1), from + 6));
  DELIMITER.lastIndex = 0;
  if (!DELIMITER.test(gap) || !opensEntry(scan, first, last)) return false;
  // "Apt 11, Rogers, KY 41365": behind a comma only a sure term tells.
  const listed = (flagsOf(scan, last) & (FLAG.SURNAME | FLAG.GIVEN)) !== 0;
  // "Gastro: nausea" is a heading of the notes.
  if (!listed && (scan.count > SHORT_NOTE || gap.startsWith(":"))) return false;
  const reach = gap.startsWith(",") ? 2 : DELIMITED_REACH;
  for (let t = last + 1; t <= last + reach && t < scan.count; t++) {
    if (t > last + 1 && (infoOf(scan, t) & INFO.LINE) !== 0) return false;
    if (listed && scan.count <= SHORT_NOTE && isMeasure(scan, t)) return true;
    const term = termAt(scan, t);
    if (term === undefined || namesWork(scan, t, term.tokens)) continue;
    const { tag } = term;
    if ((tag.strength === "strong" || (listed && !gap.startsWith(",") && scan.count <= SHORT_NOTE && OWN_TERMS.has(tag.termClass)))) return true;
  }
  return false;
}

const DOT = 46;

/** At the head of a line, behind a bullet or an hour; a listed name at the head of a sentence, and before a bracket behind the entry before. */
function opensEntry(scan: Scan, first: number, last: number): boolean {
  const info = infoOf(scan, first);
  if ((info & INFO.LINE) !== 0) return true;
  const from = startOf(scan, first);
  // "A. Novak - psych hold"
  if ((infoOf(scan, first - 1) & INFO.LINE) !== 0 && from - startOf(scan, first - 1) <= 3 && scan.text.charCodeAt(from - 2) === DOT) return true;
  if ((infoOf(scan, first - 1) & INFO.DIGIT) !== 0 || /[-–—/|;*•>]\s?$/.test(scan.text.slice(from - 2, from))) return true;
  if ((flagsOf(scan, last) & (FLAG.SURNAME | FLAG.GIVEN)) === 0) return false;
  return (info & INFO.SENTENCE) !== 0 || (/[,:]\s$/.test(scan.text.slice(from - 2, from)) && scan.text.startsWith(" (", endOf(scan, last)));
}

/** Words before a name that ask after a patient or hand one over. */
const ASKED = wordsOf("who has,who's got,who is seeing,who's seeing,whos got,whos rounding on,who's rounding on,rounding on,how is,how's,hows,any bed for,bed for,a bed for,anyone seen,looking for,waiting on,checking on,check on,eyes on,handoff on,hand off on,report on,update on,sitting with,status on,status of,consent for,consented,covering for,following,quién lleva a,cómo está,cómo sigue,cómo va,alguien ha visto a,se sabe algo de");
const ASKED_REACH = 4;

/** "who has Petrosyan today", "any bed for the Fitzsimmons transfer": asked in a short note in which a sure health term stands too. */
export function askedAfter(scan: Scan, first: number): boolean {
  if (scan.count > SHORT_NOTE) return false;
  for (let t = first - 1; t >= 0 && t >= first - ASKED_REACH; t--) {
    if ((infoOf(scan, t + 1) & INFO.SENTENCE) !== 0) return false;
    const hit = listedFrom(scan, t, ASKED);
    if (hit !== undefined && t + hit.tokens <= first) return holdsStrongTerm(scan);
  }
  return false;
}

function holdsStrongTerm(scan: Scan): boolean {
  return scan.terms.some(({ tag }) => tag.strength === "strong");
}

const INTRODUCED = wordsOf("this is,it's,it is,my name is,my name's,name is,i'm,i am,soy,habla,me llamo,mi nombre es");
/** "Brooke from Abbott", "Kim on 4 West": whoever calls for a firm or a ward. */
const CALLS_FOR = wordsOf("from,with,at,on,in,over,of,de,del,desde,en,the,your,here");
/** Of these, the ones that patients are not told by: "this is Lopez in 4". */
const AT_WORK = wordsOf("from,with,on,desde");
const FIRST_PERSON = wordsOf("my,i,i'm,i've,mi,mis,me");
/** A call may be longer than a note. */
const CALL = 120;

/** "This is Gloria Whitcomb … my incision": a patient on the telephone, as the machine writes it down. */
export function givesOwnName(scan: Scan, first: number, last: number): boolean {
  return scan.count <= CALL && !forOthers(scan, last) && holdsStrongTerm(scan) && isIntroduced(scan, first) && speaksOfSelf(scan, last);
}

/** "This is Brooke from Abbott", "it's Kim on 4 West": who calls at work. */
export function callsAtWork(scan: Scan, first: number, last: number): boolean {
  return forOthers(scan, last) && hasWord(AT_WORK, hashOf(scan, last + 1)) && isIntroduced(scan, first);
}

function forOthers(scan: Scan, last: number): boolean {
  return (infoOf(scan, last + 1) & INFO.SENTENCE) === 0 && hasWord(CALLS_FOR, hashOf(scan, last + 1));
}

function isIntroduced(scan: Scan, first: number): boolean {
  for (let t = first - 1; t >= 0 && t >= first - ASKED_REACH; t--) {
    if ((infoOf(scan, t + 1) & INFO.SENTENCE) !== 0) return false;
    const hit = listedFrom(scan, t, INTRODUCED);
    if (hit !== undefined && t + hit.tokens === first) return true;
  }
  return false;
}

function speaksOfSelf(scan: Scan, from: number): boolean {
  for (let t = from + 1; t < scan.count; t++) if (hasWord(FIRST_PERSON, hashOf(scan, t))) return true;
  return false;
}

/** "the Odhiambo twins", "the Fitzsimmons transfer": whose family, or which case. */
const HEADS = wordsOf("twins,baby,babies,kid,kids,infant,newborn,boy,girl,family,transfer,admit,admission,consult,discharge,delivery,placement,appeal,referral,denial,biopsy,specimen,scan,surgery,procedure,chart,labs,results,paciente,familia");

/** "Lena P.'s husband": whose family asks. */
const KIN = wordsOf("husband,wife,mom,mother,dad,father,son,daughter,parents,parent,sister,brother,spouse,partner,grandma,grandmother,guardian,caregiver");

/** Of these, people: they need no listed name before them. */
const PEOPLE = wordsOf("twins,baby,babies,kid,kids,infant,newborn,boy,girl,family,familia");

export function isFamily(scan: Scan, token: number): boolean {
  return (infoOf(scan, token) & INFO.UPPER) === 0 && hasWord(PEOPLE, hashOf(scan, token));
}

/** In a short note with a sure health term. */
export function headsFamily(scan: Scan, last: number): boolean {
  if (scan.count <= SHORT_NOTE && endsInS(scan.text, endOf(scan, last)) && hasWord(KIN, hashOf(scan, last + 1))) return holdsStrongTerm(scan);
  return scan.count <= SHORT_NOTE && oneBlank(scan, last) && (flagsOf(scan, last) & (FLAG.COMMON | FLAG.PLACE)) === 0 && (infoOf(scan, last + 1) & INFO.UPPER) === 0 && hasWord(HEADS, hashOf(scan, last + 1)) && holdsStrongTerm(scan);
}
