/** City and state, or a large city alone: geography smaller than a state, so an identifier (45 CFR 164.514(b)(2)(i)(B)). Says little unless someone lives there. */
import { hasWord, wordSet, wordsOf } from "../context.ts";
import { gapAfter } from "../gaps.ts";
import { isCapital } from "../names.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { endOf, hashOf, INFO, infoOf, startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";

const STATES = "al,ak,az,ar,ca,co,ct,de,dc,fl,ga,hi,id,il,in,ia,ks,ky,la,me,md,ma,mi,mn,ms,mo,mt,ne,nv,nh,nj,nm,ny,nc,nd,oh,ok,or,pa,ri,sc,sd,tn,tx,ut,vt,va,wa,wv,wi,wy,pr,ae,ap,aa";
const STATE_SET = wordsOf(STATES);
const LIVES = ["lives", "live", "living", "resides", "residing", "kin", "moved", "home", "hometown"];
const LIVES_SET = wordSet(LIVES);
const RESIDENCE =
  /(?:[Ll]ives?|[Ll]iving|[Rr]esid(?:es|ing)|[Kk]in|[Mm]oved|[Hh]ome|[Hh]ometown)(?: is| of)? (?:in|to|near|at) ((?:[A-Z][A-Za-z.'-]{1,20} ){0,3}[A-Z][A-Za-z.'-]{1,20}, (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY])\b(?: \d{5}\b)?)/y;

/** Larger cities and parts of New York City. Compiled from general knowledge, November 2026; not checked against a register. Names of one everyday word are left out. */
const CITIES = `
New York City,New York,NYC,Bronx,Brooklyn,Manhattan,Queens,Staten Island,Los Angeles,Chicago,Houston,Phoenix,Philadelphia,San Antonio,San Diego,Dallas,Jacksonville,Austin,Fort Worth,San Jose,Columbus,Charlotte,Indianapolis,San Francisco,
Seattle,Denver,Oklahoma City,Nashville,Washington DC,Washington D.C,El Paso,Las Vegas,Boston,Detroit,Portland,Louisville,Memphis,Baltimore,Milwaukee,Albuquerque,Tucson,Fresno,Sacramento,Kansas City,Mesa,Atlanta,Omaha,Colorado Springs,Raleigh,
Virginia Beach,Long Beach,Miami,Oakland,Minneapolis,Bakersfield,Tulsa,Tampa,Wichita,Cleveland,New Orleans,Honolulu,Anaheim,Lexington,Stockton,Corpus Christi,Irvine,Newark,Santa Ana,Cincinnati,Pittsburgh,St. Louis,Saint Louis,Greensboro,
Jersey City,Orlando,Lincoln,Plano,Durham,Buffalo,Chula Vista,Fort Wayne,St. Petersburg,Toledo,Laredo,Reno,Winston-Salem,Lubbock,Baton Rouge,Irving,Scottsdale,Boise,Spokane,Richmond,San Bernardino,Fremont,Tacoma,Santa Clarita,Modesto,
Fayetteville,Birmingham,Oxnard,Des Moines,Yonkers,Rochester,Moreno Valley,Worcester,Little Rock,Salt Lake City,Huntsville,Amarillo,Montgomery,Akron,Knoxville,Grand Rapids,Sioux Falls,Tallahassee,Chattanooga,Providence,Fort Lauderdale,Brownsville,
Tempe,Newport News,Newport,Springfield,Ontario,Eugene,Salem,Rockford,Pasadena,Bridgeport,Syracuse,Paterson,Dayton,Alexandria,Hartford,Savannah,Charleston,Albany,Ann Arbor,Cambridge,Santa Monica,Berkeley,Long Island,St. Paul,Saint Paul,Madison,Trenton,Camden,Topeka,Macon`
  .split(/[,\n]/).map((city) => city.trim()).filter((city) => city !== "");
const BY_FIRST = new Map<string, string[]>();
for (const city of [...CITIES].sort((a, b) => b.length - a.length)) {
  const first = (/^[a-z]+/i.exec(city)?.[0] ?? city).toLowerCase();
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), city]);
}
/** What stands round a city without being one. */
const TAIL = /(?:,? (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY])\b(?: \d{5}\b)?| (?:clinic|hospital|office|campus)\b)?/y;
const NOT_A_CITY = wordsOf("monday,tuesday,wednesday,thursday,friday,saturday,sunday,dr,mr,mrs,ms,yes,no,hi,hello,dear,thanks,patient,pt");
const LONGEST = 4;
/** Speaks of a place, not of a person's. */
const PLACE_WEIGHT = 3;

function placeAt(scan: Scan, token: number): Match | undefined {
  const home = hasWord(LIVES_SET, hashOf(scan, token)) ? homeAt(scan, token) : undefined;
  if (home !== undefined || (infoOf(scan, token) & INFO.UPPER) === 0) return home;
  return cityAt(scan, token) ?? beforeState(scan, token);
}

function homeAt(scan: Scan, token: number): Match | undefined {
  const start = startOf(scan, token);
  RESIDENCE.lastIndex = start;
  const home = RESIDENCE.exec(scan.text);
  if (home?.[1] !== undefined) {
    const end = start + home[0].length;
    const lead = home[0].length - home[1].length;
    return { start: start + lead, end, shape: "lives in city, state", points: 22, evidence: [{ kind: "cue", cue: home[0].slice(0, lead).trim().toLowerCase(), distance: 1 }] };
  }
  return undefined;
}

/** The one city that is told with an article. */
const ARTICLE = "the ";

function cityAt(scan: Scan, token: number): Match | undefined {
  const start = startOf(scan, token);
  const cities = BY_FIRST.get(scan.text.slice(start, endOf(scan, token)).toLowerCase());
  const city = cities?.find((name) => scan.text.startsWith(name, start) && !/[\w-]/.test(scan.text.charAt(start + name.length)));
  if (city === undefined) return undefined;
  const article = city === "Bronx" ? ARTICLE.length : 0;
  if (article > 0 && !scan.text.startsWith(ARTICLE, start - article)) return undefined;
  TAIL.lastIndex = start + city.length;
  return { start: start - article, end: start + city.length + (TAIL.exec(scan.text)?.[0].length ?? 0), shape: "large city", points: 4, weight: PLACE_WEIGHT };
}

/** "Land O Lakes, WI": the state's two capitals behind a comma, and the capitalised words before it. */
function beforeState(scan: Scan, token: number): Match | undefined {
  if ((infoOf(scan, token) & INFO.CAPS) === 0 || !STATE_SET.words.has(hashOf(scan, token)) || gapAfter(scan, token - 1) !== ", ") return undefined;
  let first = token;
  while (first > 0 && token - first < LONGEST && isCapital(scan, first - 1) && (infoOf(scan, first) & INFO.LINE) === 0) {
    if (first < token && !/^(?: |-|\. )$/.test(gapAfter(scan, first - 1))) break;
    first--;
  }
  if (first === token || NOT_A_CITY.words.has(hashOf(scan, token - 1))) return undefined;
  return { start: startOf(scan, first), end: endOf(scan, token), shape: "city, state", points: 4, weight: PLACE_WEIGHT };
}

export const usCityState = defineRule({
  id: "us-city-state",
  part: "B",
  title: { en: "City", es: "Ciudad" },
  gates: [{ kind: "words", words: LIVES }, { kind: "words", words: [...STATES.split(","), ...BY_FIRST.keys()], capital: true }],
  find: placeAt,
  weight: 25,
});
