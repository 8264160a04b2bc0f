/** Numbers as people say them and machines write them down: "four four two one oh nine", "double three", "W as in whiskey". */
import { hasWord, wordsOf } from "./context.ts";
import { endOf, hashOf, INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";

export const DIGIT_WORDS = "zero,oh,o,one,two,three,four,five,six,seven,eight,nine,niner,double,triple,cero,uno,dos,tres,cuatro,cinco,seis,siete,ocho,nueve";
const DIGIT = wordsOf(DIGIT_WORDS);
export const TENS_WORDS = "ten,eleven,twelve,thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety,hundred,thousand";
const TENS = wordsOf(TENS_WORDS);
/** Of the spelling alphabets of ICAO and of the telephone. */
const LETTER = wordsOf("alpha,alfa,bravo,charlie,delta,echo,foxtrot,golf,hotel,india,juliet,kilo,lima,mike,november,oscar,papa,quebec,romeo,sierra,tango,uniform,victor,whiskey,xray,yankee,zulu,dash,hyphen");
const GAP = /^[ ,.\-–]{1,3}$/;

export interface SpokenRun {
  readonly last: number;
  /** Words of single digits in it. */
  readonly digits: number;
}

/** The run of said digits that begins at a token; undefined inside of one, but for letters before it, and where no digit begins. Single written digits may stand among them. */
export function spokenAt(scan: Scan, token: number): SpokenRun | undefined {
  if (!isSaid(scan, token) || (token > 0 && isSaid(scan, token - 1) && !hasWord(LETTER, hashOf(scan, token - 1)) && joins(scan, token - 1))) return undefined;
  let last = token;
  let digits = 0;
  for (let t = token; t < scan.count && (t === token || joins(scan, t - 1)) && isSaid(scan, t); t++) {
    if (hasWord(DIGIT, hashOf(scan, t))) digits++;
    last = t;
  }
  return { last, digits };
}

function isSaid(scan: Scan, token: number): boolean {
  const hash = hashOf(scan, token);
  if (hash === 0) return (infoOf(scan, token) & INFO.DIGIT) !== 0 && endOf(scan, token) - startOf(scan, token) <= 2;
  return hasWord(DIGIT, hash) || hasWord(TENS, hash) || hasWord(LETTER, hash);
}

function joins(scan: Scan, token: number): boolean {
  return GAP.test(scan.text.slice(endOf(scan, token), startOf(scan, token + 1)));
}
