/** Shapes of personal names over tokens. What a name means for a patient is decided in `link.ts`. */
import { hasWord, wordsOf } from "./context.ts";
import { GAP, gapAfter, gapAt } from "./gaps.ts";
import { FLAG, MARK } from "./lexicon/index.ts";
import { endOf, flagsOf, hashOf, INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";
import { endsInS } from "./text.ts";

export interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly shape: string;
  readonly points: number;
}

/** Capitalised words that begin or end many a pair and are nobody's name there. */
wordsOf(`
january,february,march,april,june,july,august,september,october,november,december,jan,feb,mar,apr,jun,jul,aug,sep,sept,oct,nov,dec,
monday,tuesday,wednesday,thursday,friday,saturday,sunday,mon,tue,tues,wed,thu,thurs,fri,sat,sun,
hospital,clinic,center,centre,medical,health,healthcare,institute,university,college,school,church,bank,street,avenue,road,drive,lane,boulevard,court,
inc,llc,ltd,corp,corporation,company,group,associates,partners,foundation,department,dept,office,services,service,association,society,committee,board,
patient,pt,mrn,dob,ssn,npi,dea,name,date,subject,from,to,cc,bcc,sent,re,fw,fwd,phone,fax,email,address,insurance,member,dear,hello,hi,hey,thanks,thank,regards,
best,sincerely,please,attached,attn,hereby,plan,page,north,south,east,west,new,mount,mt,saint,st,san,santa,los,las,el,la,fort,port,lake,
blue,cross,shield,medicare,medicaid,aetna,cigna,humana,tricare,kaiser,permanente,unitedhealthcare,
son,mother,father,daughter,baby,disease,syndrome,sign,test,score,scale,criteria,procedure,maneuver,catheter,the,a,an,i,dr,mr,mrs,ms,miss,mx,prof,md,rn,do,np,pa,er,ed,icu,or,us,usa,
am,pm,est,edt,cst,cdt,mst,mdt,pst,pdt,et,pt,ct,no,yes,
chicos,chicas,equipo,compañeros,compañeras,doctor,doctora,dra,jefe,jefa,oye,oiga,buenas,porfa,gracias,perdona,perdón,disculpa,disculpe,hola,team,all,folks,everyone,guys,ladies,sorry,fyi,
gastro,cardio,resp,pulm,pulmonary,respiratory,msk,musculoskeletal,integumentary,genitourinary,constitutional,heent,extremities,neurologic,neurological,cardiovascular,gastrointestinal,objective,subjective,assessment,impression,findings,and,for,in,on,at,of,with,by,as,if,so,it,is,was,my,our,your,his,her,their,this,that`, MARK.NEVER);

const SUFFIX = wordsOf("jr,sr,ii,iii,iv");

export function never(scan: Scan, token: number): boolean {
  return (infoOf(scan, token) & MARK.NEVER) !== 0;
}

export function isCapital(scan: Scan, token: number): boolean {
  const info = infoOf(scan, token);
  return (info & INFO.UPPER) !== 0 && (info & (INFO.DIGIT | INFO.LINK)) === 0;
}

export function lengthOf(scan: Scan, token: number): number {
  return endOf(scan, token) - startOf(scan, token);
}

export function isInitial(scan: Scan, token: number): boolean {
  return isCapital(scan, token) && lengthOf(scan, token) === 1;
}

/** "Ana", "Ed" and "Nash" are names; "ANA", "ED" and "NASH" are terms, unless the next word makes it a name: "ANA LOPEZ". */
export function isTermHere(scan: Scan, token: number): boolean {
  const flags = flagsOf(scan, token);
  if ((flags & FLAG.TERM) === 0) return false;
  return (flags & FLAG.CAPS_ONLY) === 0 || (infoOf(scan, token) & INFO.CAPS) !== 0;
}

function isListedGiven(scan: Scan, token: number): boolean {
  const flags = flagsOf(scan, token);
  if ((flags & FLAG.GIVEN) === 0) return false;
  if ((flags & FLAG.CAPS_ONLY) === 0 || !isTermHere(scan, token)) return true;
  const next = flagsOf(scan, token + 1);
  return (infoOf(scan, token + 1) & INFO.CAPS) !== 0 && (next & FLAG.SURNAME) !== 0 && (next & FLAG.TERM) === 0;
}

export function isGiven(scan: Scan, token: number): boolean {
  return isCapital(scan, token) && isListedGiven(scan, token) && lengthOf(scan, token) > 1;
}

/** "Vance's", "Adams'": what follows is no more of the name. */
export function isPossessive(scan: Scan, token: number): boolean {
  const end = endOf(scan, token);
  return scan.text.charCodeAt(end) === 39 || (end - startOf(scan, token) > 2 && endsInS(scan.text, end));
}

/** Capitalised and not an everyday word, a health term or a place: it may be a surname that no list knows. */
export function mayBeName(scan: Scan, token: number): boolean {
  if (!mayBeginName(scan, token)) return false;
  const flags = flagsOf(scan, token);
  if ((flags & (FLAG.SURNAME | FLAG.GIVEN)) !== 0) return true;
  return (flags & (FLAG.COMMON | FLAG.PLACE)) === 0 && !isTermHere(scan, token);
}

const NO_NAME = INFO.DIGIT | INFO.LINK | MARK.NEVER;

/** True of a capitalised word of two letters or more that is not one of those that are never a name. */
export function mayBeginName(scan: Scan, token: number): boolean {
  return (infoOf(scan, token) & (NO_NAME | INFO.UPPER)) === INFO.UPPER && (scan.end[token] as number) - (scan.start[token] as number) > 1;
}

/** Points of a surname: listed and rare in everyday English, listed, or unknown. Undefined: no surname. */
function surnamePoints(scan: Scan, token: number): number | undefined {
  if (!mayBeName(scan, token)) return undefined;
  const flags = flagsOf(scan, token);
  if ((flags & FLAG.SURNAME) === 0) return (flags & FLAG.COMMON) === 0 ? 2 : undefined;
  return (flags & (FLAG.COMMON | FLAG.PLACE)) === 0 && !isTermHere(scan, token) ? 10 : 5;
}

export function spanOf(scan: Scan, first: number, last: number, shape: string, points: number): NameSpan {
  let end = endOf(scan, last);
  // The possessive belongs to the sentence.
  if (lengthOf(scan, last) > 2 && endsInS(scan.text, end)) end -= 2;
  if (lengthOf(scan, last) === 1 && scan.text.charAt(end) === ".") end += 1;
  if (end <= startOf(scan, first)) end = endOf(scan, last);
  return { first, last, start: startOf(scan, first), end, shape, points };
}

/** "Maria Lopez", "MARIA T. LOPEZ", "Ana Maria Lopez-Diaz Jr": a listed given name and what may be a surname, or an unlisted one before a listed surname. */
export function pairAt(scan: Scan, token: number): NameSpan | undefined {
  const behind = scan.text.charCodeAt(endOf(scan, token));
  if ((behind !== 32 && behind !== 45) || (infoOf(scan, token + 1) & INFO.UPPER) === 0) return undefined;
  if (!mayBeginName(scan, token)) return undefined;
  const flags = flagsOf(scan, token);
  const listed = (flags & FLAG.GIVEN) !== 0 && isListedGiven(scan, token);
  const everyday = (flags & (FLAG.COMMON | FLAG.PLACE)) !== 0 || isTermHere(scan, token);
  if ((!listed && everyday && (flags & FLAG.SURNAME) === 0) || isPossessive(scan, token)) return undefined;
  let next = token + 1;
  const gap = gapAt(scan, token);
  if (gap === GAP.HYPHEN && isGiven(scan, next)) return pairAfter(scan, token, next, 10);
  if (gap !== GAP.BLANK) return undefined;
  if (isInitial(scan, next)) {
    const dot = gapAt(scan, next);
    if (dot !== GAP.BLANK && dot !== GAP.DOT_BLANK) return undefined;
    next++;
    return listed || surnamePoints(scan, next) === 10 ? withSurname(scan, token, next, listed ? 14 : 4) : undefined;
  }
  if (!listed) {
    const points = surnamePoints(scan, next);
    const plain = (flagsOf(scan, next) & FLAG.SURNAME) !== 0;
    return plain && points !== undefined && (infoOf(scan, token) & INFO.CAPS) === 0 ? withSurname(scan, token, next, flags === 0 ? -4 : -10) : undefined;
  }
  return pairAfter(scan, token, next - 1, (flags & FLAG.COMMON) === 0 ? 10 : 0);
}

function pairAfter(scan: Scan, first: number, given: number, points: number): NameSpan | undefined {
  let next = given + 1;
  const gap = gapAt(scan, given);
  if (gap !== GAP.BLANK && gap !== GAP.HYPHEN) return undefined;
  if (isInitial(scan, next) && (gapAt(scan, next) & (GAP.BLANK | GAP.DOT_BLANK)) !== 0) next++;
  else if (isGiven(scan, next) && gapAt(scan, next) === GAP.BLANK && surnamePoints(scan, next + 1) !== undefined) {
    const flags = flagsOf(scan, next + 1);
    if ((flags & FLAG.SURNAME) !== 0) next++;
  }
  return withSurname(scan, first, next, points);
}

function withSurname(scan: Scan, first: number, token: number, points: number): NameSpan | undefined {
  const own = surnamePoints(scan, token);
  if (own === undefined || isPlaceNamed(scan, first, token)) return undefined;
  let last = token;
  if (gapAt(scan, last) === GAP.HYPHEN && mayBeName(scan, last + 1)) last++;
  if ((gapAt(scan, last) & (GAP.BLANK | GAP.COMMA_BLANK)) !== 0 && SUFFIX.words.has(hashOf(scan, last + 1)) && isCapital(scan, last + 1)) last++;
  else if (gapAt(scan, last) === GAP.BLANK && followsInstitution(scan, last + 1)) return undefined;
  return spanOf(scan, first, last, "given-surname", points + own);
}

const HALLS = wordsOf("hall,park,house,court,banks,field,fields,hill,hills,wood,woods,rivers,bridge,church,lane");
const INSIDE = wordsOf("in,at,near,from,to,the");

/** "in Juvenile Hall", "at Franklin Park": a place, unless the first word is a given name that is nothing else. */
function isPlaceNamed(scan: Scan, first: number, last: number): boolean {
  return hasWord(HALLS, hashOf(scan, last)) && hasWord(INSIDE, hashOf(scan, first - 1)) && (flagsOf(scan, first) & FLAG.GIVEN) === 0;
}

const INSTITUTION = wordsOf(
  "hospital,clinic,center,centre,medical,institute,university,college,school,foundation,memorial,pediatrics,healthcare,health,street,st,avenue,ave,road,rd,drive,lane,blvd,inc,llc,ltd,corp,group,associates,county,park,airport,library,church,cathedral,hotel",
);

/** Capitalised words between a name and what it is the name of: "Johns Hopkins University Hospital". */
const INSTITUTION_REACH = 3;

export function followsInstitution(scan: Scan, token: number): boolean {
  for (let t = token; t < token + INSTITUTION_REACH && isCapital(scan, t); t++) {
    if (INSTITUTION.words.has(hashOf(scan, t))) return true;
    if (gapAt(scan, t) !== GAP.BLANK) return false;
  }
  return false;
}

/** "Lopez, Maria T." and "LOPEZ, MARIA": a surname, a comma, a listed given name. */
export function commaAt(scan: Scan, token: number): NameSpan | undefined {
  if (scan.text.charCodeAt(endOf(scan, token)) !== 44) return undefined;
  const own = surnamePoints(scan, token);
  // "HCV, Scott" and "Parkinson's, TIA" mix an abbreviation with a name.
  if ((infoOf(scan, token) & INFO.CAPS) !== (infoOf(scan, token + 1) & INFO.CAPS)) return undefined;
  if (own === undefined || (gapAt(scan, token) & (GAP.COMMA | GAP.COMMA_BLANK)) === 0 || never(scan, token + 1)) return undefined;
  if (!isGiven(scan, token + 1)) return inCapitals(scan, token, own);
  // "… John Smith, Mary Jones …" and "(Gail, Hugo, Trina)" are lists of people.
  if (gapAt(scan, token - 1) === GAP.BLANK && isGiven(scan, token - 1)) return undefined;
  if (isGiven(scan, token) && inList(scan, token, token + 1)) return undefined;
  let last = token + 1;
  if (gapAt(scan, last) === GAP.BLANK && isInitial(scan, last + 1)) last++;
  else if (gapAt(scan, last) === GAP.BLANK && mayBeName(scan, last + 1)) return undefined;
  const common = (flagsOf(scan, token + 1) & (FLAG.COMMON | FLAG.PLACE)) !== 0 ? -8 : 0;
  const place = (flagsOf(scan, token) & FLAG.PLACE) !== 0 ? -10 : 0;
  return spanOf(scan, token, last, "surname-comma-given", 8 + own + common + place);
}

/** "BANERJEE, SOUMYA": in capitals, as systems print a name, the second word need be on no list. */
function inCapitals(scan: Scan, token: number, own: number): NameSpan | undefined {
  const next = token + 1;
  if ((infoOf(scan, token) & infoOf(scan, next) & INFO.CAPS) === 0 || lengthOf(scan, token) < 3 || lengthOf(scan, next) < 3) return undefined;
  if (own < 10 || flagsOf(scan, next) !== 0 || mayBeName(scan, token - 1) && gapAt(scan, token - 1) === GAP.BLANK) return undefined;
  return spanOf(scan, token, next, "surname-comma-given", own - 6);
}

/** A given name and a comma before, or a comma and a given name behind. */
export function inList(scan: Scan, first: number, last: number): boolean {
  if (gapAt(scan, first - 1) === GAP.COMMA_BLANK && isGiven(scan, first - 1)) return true;
  return /^,? (?:and )?$/.test(gapAfter(scan, last)) && gapAfter(scan, last).startsWith(",") && isGiven(scan, last + 1);
}

/** "Richard K.", "John D": a listed given name and one letter. Says little by itself. */
export function givenInitialAt(scan: Scan, token: number): NameSpan | undefined {
  if (!isGiven(scan, token) || never(scan, token) || gapAt(scan, token) !== GAP.BLANK || !isInitial(scan, token + 1)) return undefined;
  if (scan.text.charAt(startOf(scan, token + 1)) === "I" && !scan.text.startsWith(".", endOf(scan, token + 1))) return undefined;
  return spanOf(scan, token, token + 1, "given-initial", (flagsOf(scan, token) & FLAG.COMMON) === 0 ? 4 : -6);
}

/** "Lindqvist D.", "DOSHI, P.": a surname and one letter, as lists write it. Says little by itself. */
export function surnameInitialAt(scan: Scan, token: number): NameSpan | undefined {
  const own = surnamePoints(scan, token);
  if (own === undefined || (flagsOf(scan, token) & (FLAG.COMMON | FLAG.PLACE)) !== 0 || (gapAt(scan, token) & (GAP.BLANK | GAP.COMMA_BLANK)) === 0 || !isInitial(scan, token + 1)) return undefined;
  // "Kowalski A1c", "Lopez I think": the letter stands alone, or has its stop.
  const behind = scan.text.charAt(endOf(scan, token + 1));
  if (behind !== "." && !(gapAt(scan, token) === GAP.COMMA_BLANK && /^[\s,;:/)-]?$/.test(behind))) return undefined;
  return spanOf(scan, token, token + 1, "surname-initial", own === 10 ? 6 : 2);
}

/** "maria lopez" behind a label, where the writer used no capitals: both words listed. */
export function lowerCaseAt(scan: Scan, token: number): NameSpan | undefined {
  const both = (flagsOf(scan, token) & FLAG.GIVEN) !== 0 && (flagsOf(scan, token + 1) & FLAG.SURNAME) !== 0;
  if (!both || gapAt(scan, token) !== GAP.BLANK || ((flagsOf(scan, token) & FLAG.COMMON) !== 0 && (flagsOf(scan, token + 1) & FLAG.COMMON) !== 0)) return undefined;
  return spanOf(scan, token, token + 1, "lower-case-name", 10);
}

/** Whatever stands as a name after a label or title: up to four capitalised words, "Last, First", an initial and a surname. */
export function looseNameAt(scan: Scan, token: number): NameSpan | undefined {
  const strict = commaAt(scan, token) ?? pairAt(scan, token);
  if (strict !== undefined) return { ...strict, points: Math.max(strict.points, 15) };
  if (isInitial(scan, token) && (gapAt(scan, token) & (GAP.BLANK | GAP.DOT | GAP.DOT_BLANK)) !== 0 && mayBeName(scan, token + 1)) return spanOf(scan, token, token + 1, "initial-surname", 12);
  if (isInitial(scan, token) && scan.text.charAt(endOf(scan, token)) === "." && !isInitial(scan, token + 1)) return spanOf(scan, token, token, "initial", 2);
  if (!mayBeName(scan, token)) return undefined;
  let last = token;
  let points = (flagsOf(scan, token) & (FLAG.GIVEN | FLAG.SURNAME)) !== 0 ? 10 : 4;
  while (last - token < 3 && !isPossessive(scan, last) && (gapAt(scan, last) & (GAP.BLANK | GAP.HYPHEN | GAP.COMMA_BLANK | GAP.DOT_BLANK)) !== 0) {
    const next = last + 1;
    const comma = gapAt(scan, last) === GAP.COMMA_BLANK;
    if (comma && (last > token || !isGiven(scan, next))) break;
    if (gapAt(scan, last) === GAP.DOT_BLANK && lengthOf(scan, last) > 1) break;
    if (!(mayBeName(scan, next) || isInitial(scan, next))) break;
    last = next;
    points += 3;
  }
  if (gapAt(scan, last) === GAP.BLANK && followsInstitution(scan, last + 1)) return undefined;
  return spanOf(scan, token, last, last === token ? "one-name" : "names", points);
}

/** Test patients that charts and training use. */
export function placeholderName(value: string): string | undefined {
  return /\b(?:zz\w*|test|testing|testpatient|dummy|sample|demo)\b/i.test(value) || /^(?:j(?:ohn|ane) (?:q\.? )?doe|doe, j(?:ohn|ane)|mickey mouse|donald duck)$/i.test(value) ? "test patient" : undefined;
}
