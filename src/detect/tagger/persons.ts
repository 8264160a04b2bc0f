/** Every place of a text that may name one person: what the tagger weighs. Wider than the rules, which ask for a sign of care beside a name. */
import { hasWord, wordsOf } from "../context.ts";
import { GAP, gapAt } from "../gaps.ts";
import { FLAG, MARK } from "../lexicon/index.ts";
import { commaAt, followsInstitution, isCapital, isInitial, isPossessive, isTermHere, lengthOf, mayBeginName, mayBeName, pairAt } from "../names.ts";
import { endOf, flagsOf, hashOf, indexFrom, INFO, infoOf } from "../scan.ts";
import { inRoom } from "../rooms.ts";
import type { Scan } from "../scan.ts";
import { initialsAt, isPlainWord } from "../names-alone.ts";
import { groupOf } from "./groups.ts";

/** `word`: a listed name that is an everyday word or a place as well. `letters`: two or three capitals that may be initials. `unlisted`: a capitalised word that no list knows. `small`: without a capital. */
export type PersonShape =
  | "titled" | "pair" | "comma" | "unlisted-pair" | "given" | "surname" | "word" | "unlisted" | "initial-surname" | "name-initial" | "initials" | "letters" | "small" | "small-unlisted"
  | "office" | "number";

/** Tokens `first` to `last`. */
export interface Person {
  readonly first: number;
  readonly last: number;
  readonly shape: PersonShape;
}

const CIVIL = wordsOf("mr,mrs,ms,miss,mx,señor,señora,sr,sra,srta");
/** Titles that are no words of their own: "miss" and "sr" are. */
const SURE_TITLES = wordsOf("mr,mrs,ms,mx,señora,sra,srta");
const PROFESSIONAL = wordsOf("dr,drs,doctor,doctora,dra,prof,professor,nurse");
const MONTHS = wordsOf("april,may,june,august");
const BEFORE_MONTH = wordsOf("in,since,until,till,by,last,next,this,early,late,mid,through,during,of");
const PRONOUN_I = wordsOf("i");
const WORKING = wordsOf("work,works,worked,working,job,employed");
const AT_WORK = wordsOf("at,for,by");
const ARTICLES = wordsOf("the,a,an,el,la,los,las");
const NAMED = FLAG.GIVEN | FLAG.SURNAME;
const EVERYDAY = FLAG.COMMON | FLAG.PLACE;
/** In longer mail a word without a capital is hardly ever a name. */
const SMALL_UNTIL = 60;
const SMALL_UNLISTED_UNTIL = 40;
/** Names that without a capital are things: "the ward", "her walker", "a kidney stone". */
const THINGS = wordsOf(`
walker,stone,ward,keys,staples,endo,fern,foreman,nada,labrador,kitty,bull,summers,domingo,rojo,mayo,ransom,sweat,olive,cherry,harp,angel,pareja,ivory,mason,shin,mercado,hickman,foley,swan,melody,mayoral,nana,corral,
llamas,lamb,peacock,finch,gallo,vaca,vacas,conejo,perico,casillas,norma,cochrane,jama,dean,hood,marsh,sage,stump,chance,reed,dulce,bravo,forte,ding,thai,buck,tuck,gravel,bloom,smalls,cobb,shields,jack,bender,barber,
bueno,coffin,craft,ginger,brandy,slaughter,alley,pike,raven,wilder,curry,vera,valle,weaver,burr,hunter,amarilla,ware,vivas,frank,foster,bishop,cannon,wedge,crook,combs,pickles,beans`);
/** Offices that a town, a school or a workplace has one of: "the pastor's mother-in-law" is known to all. */
const OFFICES = wordsOf("mayor,coach,pastor,priest,rabbi,imam,principal,boss,senator,sheriff,judge,ceo,cfo,superintendent,neighbor,neighbour,landlord,councilman,councilwoman,librarian,organist,postmaster,mailman,crossing guard,anchorman,weatherman,quarterback,vicar,deacon");
/** Fewer characters are doses, codes, rooms and hours. */
const NUMBER_FROM = 6;
const NUMBER_UNTIL = 16;
/** "26X-99100-447": so many runs of digits and letters make up one number. */
const NUMBER_RUNS = 4;

function titledAt(scan: Scan, token: number): Person | undefined {
  const hash = hashOf(scan, token);
  if (!hasWord(CIVIL, hash) || (gapAt(scan, token) & (GAP.BLANK | GAP.DOT_BLANK)) === 0) return undefined;
  let last = token + 1;
  if (isInitial(scan, last) && (gapAt(scan, last) & (GAP.BLANK | GAP.DOT_BLANK)) !== 0) last++;
  if (isCapital(scan, last) && (infoOf(scan, last) & MARK.NEVER) === 0) {
    while (last < token + 4 && !isPossessive(scan, last) && (gapAt(scan, last) & (GAP.BLANK | GAP.HYPHEN)) !== 0 && mayBeName(scan, last + 1)) last++;
    return { first: token, last, shape: "titled" };
  }
  // "mrs. apple bit her lip": in haste a title is all that makes a word a name.
  const mayBe = (flagsOf(scan, last) & NAMED) !== 0 || (scan.count <= SMALL_UNTIL && hasWord(SURE_TITLES, hash) && lengthOf(scan, last) > 2 && (infoOf(scan, last) & (MARK.NEVER | INFO.DIGIT)) === 0);
  return mayBe ? { first: token, last, shape: "titled" } : undefined;
}

/** True where the token before a name makes it somebody else's: "Dr Frey". */
function isProfessional(scan: Scan, token: number): boolean {
  return hasWord(PROFESSIONAL, hashOf(scan, token - 1)) && (gapAt(scan, token - 1) & (GAP.BLANK | GAP.DOT_BLANK)) !== 0;
}

/** "he works at Shepherd Pratt": where somebody works, not who. */
function isEmployer(scan: Scan, token: number): boolean {
  return hasWord(AT_WORK, hashOf(scan, token - 1)) && hasWord(WORKING, hashOf(scan, token - 2));
}

/** "due in May", "since April": no one's name. */
function isMonth(scan: Scan, { first, last }: Person): boolean {
  return first === last && hasWord(MONTHS, hashOf(scan, first)) && hasWord(BEFORE_MONTH, hashOf(scan, first - 1));
}

/** "Wells Fargo", "Banks Houston": a name and a town without a comma make the name of a firm. */
function namesFirm(scan: Scan, token: number): boolean {
  const next = infoOf(scan, token + 1);
  return gapAt(scan, token) === GAP.BLANK && !isPossessive(scan, token) && (next & (INFO.UPPER | INFO.SENTENCE)) === INFO.UPPER && (flagsOf(scan, token + 1) & FLAG.PLACE) !== 0;
}

/** "MARLA I want that": no initial. */
function saysI(scan: Scan, token: number): boolean {
  return hasWord(PRONOUN_I, hashOf(scan, token)) && gapAt(scan, token) === GAP.BLANK;
}

function capitalAt(scan: Scan, token: number): Person | undefined {
  if (isInitial(scan, token) && (gapAt(scan, token) & (GAP.BLANK | GAP.DOT_BLANK | GAP.DOT)) !== 0 && mayBeName(scan, token + 1) && (flagsOf(scan, token + 1) & EVERYDAY) === 0) {
    let last = token + 1;
    if (gapAt(scan, last) === GAP.HYPHEN && mayBeName(scan, last + 1)) last++;
    return { first: token, last, shape: "initial-surname" };
  }
  const initials = (infoOf(scan, token) & INFO.CAPS) !== 0 || isInitial(scan, token) ? initialsAt(scan, token) : undefined;
  // Letters in capitals without stops are an abbreviation, unless they have a bed.
  if (initials !== undefined && (initials.last > initials.first || inRoom(scan, token, token))) return { first: initials.first, last: initials.last, shape: "initials" };
  if (!mayBeginName(scan, token) || isTermHere(scan, token)) return undefined;
  const whole = commaAt(scan, token) ?? pairAt(scan, token);
  if (whole !== undefined) return { first: whole.first, last: whole.last, shape: whole.shape === "surname-comma-given" ? "comma" : "pair" };
  const flags = flagsOf(scan, token);
  if ((flags & NAMED) === 0 && ((flags & EVERYDAY) !== 0 || groupOf(hashOf(scan, token)) !== 0)) return undefined;
  const info = infoOf(scan, token);
  // "DOSSANTOS NEEDS HIS": where all is in capitals they say nothing; elsewhere they are an abbreviation's.
  if ((flags & NAMED) === 0 && (info & INFO.CAPS) !== 0 && (lengthOf(scan, token) < 5 || (infoOf(scan, token + 1) & INFO.CAPS) === 0)) return undefined;
  if ((flags & NAMED) === 0 && (info & INFO.CAPS) === 0 && !isPlainWord(scan.text.slice(scan.start[token], endOf(scan, token)))) return undefined;
  let last = token;
  while (last < token + 2 && !isPossessive(scan, last) && (gapAt(scan, last) & (GAP.BLANK | GAP.HYPHEN)) !== 0 && mayBeName(scan, last + 1) && (infoOf(scan, last + 1) & INFO.CAPS) === 0) last++;
  // "And the Sirens Sang": a title.
  if (last > token) return hasWord(ARTICLES, hashOf(scan, token - 1)) ? undefined : { first: token, last, shape: "unlisted-pair" };
  if (isInitial(scan, token + 1) && !saysI(scan, token + 1) && gapAt(scan, token) === GAP.BLANK && !isPossessive(scan, token)) return { first: token, last: token + 1, shape: "name-initial" };
  if (namesFirm(scan, token)) return undefined;
  const shape = (flags & NAMED) === 0 ? "unlisted" : (flags & EVERYDAY) !== 0 ? "word" : (flags & FLAG.GIVEN) !== 0 ? "given" : "surname";
  return { first: token, last: token, shape };
}

function smallAt(scan: Scan, token: number): Person | undefined {
  const flags = flagsOf(scan, token);
  if (hasWord(OFFICES, hashOf(scan, token))) return { first: token, last: token, shape: "office" };
  if ((flags & (EVERYDAY | FLAG.TERM)) !== 0 || lengthOf(scan, token) < 4 || hasWord(THINGS, hashOf(scan, token))) return undefined;
  if ((flags & NAMED) === 0) return scan.count <= SMALL_UNLISTED_UNTIL && lengthOf(scan, token) > 4 && flags === 0 && groupOf(hashOf(scan, token)) === 0 ? { first: token, last: token, shape: "small-unlisted" } : undefined;
  const next = token + 1;
  const pair = gapAt(scan, token) === GAP.BLANK && (flagsOf(scan, next) & NAMED) !== 0 && (flagsOf(scan, next) & (EVERYDAY | FLAG.TERM)) === 0;
  return { first: token, last: pair ? next : token, shape: "small" };
}

/** Digits, or digits and letters joined by hyphens, that may be the number of a record. */
function numberAt(scan: Scan, token: number): Person | undefined {
  let last = token;
  let digits = 0;
  let length = 0;
  for (let t = token; t < token + NUMBER_RUNS && t < scan.count; t++) {
    const runLength = lengthOf(scan, t);
    if ((infoOf(scan, t) & INFO.DIGIT) !== 0) digits += runLength;
    else if (runLength > 2) break;
    length += runLength;
    last = t;
    if (gapAt(scan, t) !== GAP.HYPHEN) break;
  }
  if (digits < NUMBER_FROM || length > NUMBER_UNTIL || (infoOf(scan, token) & INFO.DIGIT) === 0) return undefined;
  return { first: token, last, shape: "number" };
}

/** Two or three capitals that no list knows. */
function lettersAt(scan: Scan, token: number): Person | undefined {
  if ((infoOf(scan, token) & (INFO.CAPS | INFO.DIGIT)) !== INFO.CAPS || lengthOf(scan, token) < 2 || gapAt(scan, token) === GAP.HYPHEN) return undefined;
  return initialsAt(scan, token) === undefined ? undefined : { first: token, last: token, shape: "letters" };
}

function personAt(scan: Scan, token: number): Person | undefined {
  const info = scan.info[token] as number;
  if ((info & INFO.LINK) !== 0) return undefined;
  // In longer text a bare number is one of a list.
  if ((info & INFO.DIGIT) !== 0) return scan.count <= SMALL_UNTIL ? numberAt(scan, token) : undefined;
  return titledAt(scan, token) ?? ((info & INFO.UPPER) !== 0 ? (capitalAt(scan, token) ?? (scan.count <= SMALL_UNTIL ? lettersAt(scan, token) : undefined)) : scan.count <= SMALL_UNTIL ? smallAt(scan, token) : undefined);
}

/** True where a word is the second or a later one of a health term: "mechanical ventilation". */
function isInTerm({ terms, termTokens }: Scan, token: number): boolean {
  const k = indexFrom(termTokens, token) - 1;
  return k >= 0 && (termTokens[k] as number) + (terms[k] as Scan["terms"][number]).tokens > token;
}

/** True where what stands round a place says that it names no patient, whatever the passage speaks of. */
function isNoPerson(scan: Scan, person: Person): boolean {
  return isProfessional(scan, person.first) || isEmployer(scan, person.first) || isMonth(scan, person) || followsInstitution(scan, person.last + 1) || isInTerm(scan, person.first);
}

/** The places from one token to another, in order, none within another. At most `most`. */
export function personsIn(scan: Scan, from: number, to: number, most: number): readonly Person[] {
  const found: Person[] = [];
  for (let t = from; t <= to && t < scan.count && found.length < most; t++) {
    const person = personAt(scan, t);
    if (person === undefined) continue;
    if (!isNoPerson(scan, person)) found.push(person);
    t = person.last;
  }
  return found;
}
