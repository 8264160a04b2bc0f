/** Which sentences speak of many people or of no one: care that they tell of says less of the one who is named near it. */
import { listedAt, wordsOf } from "./context.ts";
import { MARK } from "./lexicon/index.ts";
import { indexFrom, INFO, infoOf } from "./scan.ts";
import type { Scan } from "./scan.ts";

/** Words that make a sentence one about many or about none. */
const GENERIC = wordsOf(`
patients,adults,children,women,men,participants,subjects,people,persons,individuals,cohort,study,studies,trial,trials,guideline,guidelines,webinar,cme,recall,recalled,walk to,walk,luncheon,foundation,fundraising,donate,event,policy,policies,newsletter,
rate,rates,prevalence,incidence,supply,supplies,boxes,formulary,coding,journal,paper,faculty,credit,credits,dataset,fundraiser,awareness,walk for,race for,enrollment,hsa,ask your doctor,employees,staff,members,
percent,average,mean age,lots,lot,vendor,analyzer,vaccine clinic,open house,research,researchers,scientists,fda,cdc,article,survey,report shows,market,drugmaker,shares,statistics,population,training,course,
quality,metrics,template,menu,options,pacientes,estudio`, MARK.GENERIC);
/** Tokens on either side, as far as the sentence reaches. */
const REACH = 14;
const PERCENT = 37;

/** True where the sentence round a token speaks of many. */
export type OfMany = (token: number) => boolean;

function speaksOfMany(scan: Scan, token: number): boolean {
  if (scan.text.charCodeAt(scan.end[token] as number) === PERCENT) return true;
  return ((scan.info[token] as number) & MARK.GENERIC) !== 0 && listedAt(scan, token, GENERIC) !== undefined;
}

/** Looks at each token round `token`. */
function lookRound(scan: Scan, token: number): boolean {
  for (let t = token - 1; t >= 0 && t >= token - REACH; t--) {
    if ((infoOf(scan, t + 1) & INFO.SENTENCE) !== 0) break;
    if (speaksOfMany(scan, t)) return true;
  }
  for (let t = token; t < scan.count && t <= token + REACH; t++) {
    if (t > token && (infoOf(scan, t) & INFO.SENTENCE) !== 0) break;
    if (speaksOfMany(scan, t)) return true;
  }
  return false;
}

/** No sentence begins behind `first` and up to `last`. */
function inOneSentence(scan: Scan, first: number, last: number): boolean {
  for (let t = first + 1; t <= last; t++) if ((infoOf(scan, t) & INFO.SENTENCE) !== 0) return false;
  return true;
}

/** Asked of `questions` tokens: where they lie so close that each word would be looked at several times, the words are listed once. */
export function tellsOfMany(scan: Scan, questions: number): OfMany {
  if (questions * REACH < scan.count) return (token) => lookRound(scan, token);
  const many: number[] = [];
  for (let t = 0; t < scan.count; t++) if (speaksOfMany(scan, t)) many.push(t);
  return (token) => {
    // Where the nearest on a side is in another sentence, so are those beyond it.
    const next = indexFrom(many, token);
    const before = many[next - 1] ?? -Infinity;
    const behind = many[next] ?? Infinity;
    return (token - before <= REACH && inOneSentence(scan, before, token)) || (behind - token <= REACH && inOneSentence(scan, token, behind));
  };
}
