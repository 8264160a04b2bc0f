/** Names without a second one that a list knows: a lone name, initials, words that no list knows. Only grammar can tell whether they are somebody's. */
import { beforeTerm, headsFamily, isFamily, SHORT_NOTE } from "./care-grammar.ts";
import { hasWord, wordsOf } from "./context.ts";
import { GAP, gapAt } from "./gaps.ts";
import { FLAG } from "./lexicon/index.ts";
import { followsInstitution, isCapital, isInitial, isPossessive, isTermHere, lengthOf, mayBeginName, mayBeName, never, spanOf } from "./names.ts";
import type { NameSpan } from "./names.ts";
import { endOf, flagsOf, hashOf, INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";

/** Two words that no list knows, both written like names: "Olufemi Bankole". Only grammar can tell that they are one. */
export function unknownPairAt(scan: Scan, token: number): NameSpan | undefined {
  if (!isUnknownWord(scan, token) || gapAt(scan, token) !== GAP.BLANK || !isUnknownWord(scan, token + 1)) return undefined;
  if (gapAt(scan, token - 1) === GAP.BLANK && mayBeName(scan, token - 1) && (infoOf(scan, token) & INFO.SENTENCE) === 0) return undefined;
  if (isPossessive(scan, token) || (gapAt(scan, token + 1) === GAP.BLANK && (mayBeName(scan, token + 2) || followsInstitution(scan, token + 2)))) return undefined;
  return namesAThing(scan, token) || namesAThing(scan, token + 1) ? undefined : spanOf(scan, token, token + 1, "unlisted-name", 2);
}

function isUnknownWord(scan: Scan, token: number): boolean {
  if (!mayBeginName(scan, token) || (infoOf(scan, token) & INFO.CAPS) !== 0 || flagsOf(scan, token) !== 0 || lengthOf(scan, token) < 3) return false;
  return isPlainWord(scan.text.slice(startOf(scan, token), endOf(scan, token)));
}

const COUNTING = wordsOf("two,three,four,five,six,several,both,many,few,some,all,these,those,our,your");

/** "two MA's", "our NP's": a number of them. */
function isCounted(scan: Scan, token: number): boolean {
  if (!hasWord(COUNTING, hashOf(scan, token - 1)) || !isPossessive(scan, token)) return false;
  const last = scan.text.charAt(endOf(scan, token) - 3);
  return last >= "A" && last <= "Z";
}

/** "J.S.", "J. S.", "JS" where the caller has a reason to expect initials. */
export function initialsAt(scan: Scan, token: number): NameSpan | undefined {
  if (isInitial(scan, token) && (gapAt(scan, token) & (GAP.DOT | GAP.DOT_BLANK)) !== 0 && isInitial(scan, token + 1)) {
    const third = (gapAt(scan, token + 1) & (GAP.DOT | GAP.DOT_BLANK)) !== 0 && isInitial(scan, token + 2) ? 1 : 0;
    return spanOf(scan, token, token + 1 + third, "initials", 5);
  }
  if (isInitial(scan, token) && gapAt(scan, token) === GAP.DOT && mayBeName(scan, token + 1)) return undefined;
  if (isCounted(scan, token)) return undefined;
  const length = lengthOf(scan, token);
  const caps = (infoOf(scan, token) & INFO.CAPS) !== 0 && length >= 2 && length <= 3;
  if (!caps || never(scan, token) || (flagsOf(scan, token) & (FLAG.TERM | FLAG.COMMON)) !== 0) return undefined;
  return spanOf(scan, token, token, "initials", 2);
}

const DOT = 46;
const ARTICLE = wordsOf("st,mt,saint,san,santa,los,las,new,fort,port,lake,north,south,east,west,mount,cape,a,an,the,modified,positive,negative,high,low,un,una,el,la");
/** "Wells score", "Gleason grade", "Foley catheter": the name of a thing. */
const EPONYM_OF = wordsOf("score,scores,scale,grade,grading,criteria,sign,test,disease,syndrome,reflex,catheter,procedure,classification,stage,maneuver,index,duke,palsy,fracture,tumor,esophagus,thyroiditis,lymphoma,sarcoma,neuroma,phenomenon,count,stain,smear,contracture,formula,guidelines,study,trial,clinic,hospital,tray,trays,kit,kits,catheters,balloon,bag,bags,clamp,forceps,retractor,suture,drain,pump,pumps,bed,beds,mattress,lotion");
/** The same behind a possessive: "Bell's palsy" is the disease, "Bell's catheter" is his. */
const EPONYM_POSSESSIVE = wordsOf("disease,syndrome,sign,reflex,palsy,tumor,esophagus,thyroiditis,lymphoma,sarcoma,neuroma,phenomenon,contracture,criteria,formula,maneuver,lobe,node,triad,law");

const THE = wordsOf("the");

/** "A. Novak": no article, an initial. */
function isInitialDot(scan: Scan, token: number): boolean {
  return endOf(scan, token) - startOf(scan, token) === 1 && scan.text.charCodeAt(endOf(scan, token)) === DOT;
}

/** "the Haddad C-section", "the Odhiambo twins": the article belongs to what is behind the name. */
function isCaseOf(scan: Scan, token: number): boolean {
  if (!hasWord(THE, hashOf(scan, token - 1))) return false;
  const listed = (flagsOf(scan, token) & FLAG.SURNAME) !== 0;
  return (listed && beforeTerm(scan, token, token)) || ((listed || isFamily(scan, token + 1)) && headsFamily(scan, token));
}

/** "Foley catheter", "técnica de Brooke", "the Mayo": the name of a thing or a place. */
export function namesAThing(scan: Scan, token: number): boolean {
  if (ARTICLE.words.has(hashOf(scan, token - 1)) && startOf(scan, token) - endOf(scan, token - 1) <= 2 && !isInitialDot(scan, token - 1) && !isCaseOf(scan, token)) return true;
  if (afterEponymHead(scan, token)) return true;
  // "Foley bed" names a thing, "Kim (bed 4)" does not.
  if (!isPossessive(scan, token)) return EPONYM_OF.words.has(hashOf(scan, token + 1)) && startOf(scan, token + 1) - endOf(scan, token) === 1;
  return (flagsOf(scan, token) & FLAG.GIVEN) === 0 && EPONYM_POSSESSIVE.words.has(hashOf(scan, token + 1));
}

/** "técnica de Brooke", "signo de Murphy", "síndrome de Turner": in Spanish what is named stands before the name. */
const EPONYM_BEFORE = wordsOf("técnica,signo,escala,síndrome,enfermedad,test,prueba,maniobra,clasificación,índice,sonda,aguja,tumor,fractura,criterios,grado,estadio,tinción,método,malformación,punto,triángulo,saco,espacio,angina,tendón,prótesis,tipo,virus,células,cuerpos,trompa,trompas,glándula,conducto,ligamento,hernia,quiste,carcinoma,linfoma,sarcoma");
const SPANISH_OF = wordsOf("de,del");

/** "radiografía de Stenvers" in a report; in a short note it is somebody's. */
const VIEWS = wordsOf("radiografía,placa");

function afterEponymHead(scan: Scan, token: number): boolean {
  const head = hashOf(scan, hasWord(SPANISH_OF, hashOf(scan, token - 1)) ? token - 2 : token - 1);
  return hasWord(EPONYM_BEFORE, head) || (scan.count > SHORT_NOTE && hasWord(VIEWS, head));
}

/** A word that no list knows, written like a name: "Kowalski". Only grammar can tell that it is one. */
export function unknownAt(scan: Scan, token: number): NameSpan | undefined {
  if (!mayBeginName(scan, token) || (infoOf(scan, token) & INFO.CAPS) !== 0 || flagsOf(scan, token) !== 0 || lengthOf(scan, token) < 4) return undefined;
  if (!isPlainWord(scan.text.slice(startOf(scan, token), endOf(scan, token))) || namesAThing(scan, token)) return undefined;
  if (inLongerName(scan, token) || !standsAlone(scan, token)) return undefined;
  return spanOf(scan, token, token, "unlisted-name", 4);
}

/** What may follow a lone name: "Kowalski needs", "Kowalski in 4". Another noun makes it the name of a thing: "Framingham risk". */
const FOLLOWS = wordsOf(`is,was,has,had,have,are,were,needs,needed,need,wants,in,on,at,to,and,or,with,w,for,from,who,that,which,until,before,after,about,again,back,today,tonight,tomorrow,yesterday,now,still,not,just,came,went,got,gets,going,coming,this,next,by,per,re,s,as,but,if,so,when,because,bc,
refusing,refused,refuses,failed,coded,says,said,called,calling,pulled,fell,died,passed,left,denies,reports,reported,takes,taking,stopped,started,missed,presented,presents,post,pre,npo,off,out,up,down,please,pls,did,does,will,can,should,may,would,ok,okay,seen,sent,home,here,there,ready,due,only,ever,never,also,currently`);

function standsAlone(scan: Scan, token: number): boolean {
  if (isPossessive(scan, token) || gapAt(scan, token) !== GAP.BLANK) return true;
  const next = hashOf(scan, token + 1);
  return FOLLOWS.words.has(next) || next === 0 || (scan.count <= SHORT_NOTE && isFamily(scan, token + 1));
}

const PLAIN_ASCII = /^(?:Mc|Mac|O'|D'|De|Di|La|Le|Van)?[A-Z][a-z]+(?:'s)?$/;
const ASCII = /^[\0-\x7f]*$/;

/** "Kowalski", "McAllister", "O'Shea", but not "iPad" or "PowerPoint". Asks for the classes of Unicode, which take an engine milliseconds to make, only where a letter needs them. */
export function isPlainWord(word: string): boolean {
  return PLAIN_ASCII.test(word) || (!ASCII.test(word) && /^(?:Mc|Mac|O'|D'|De|Di|La|Le|Van)?\p{Lu}\p{Ll}+(?:'s)?$/u.test(word));
}

/** One of several capitalised words that make no listed name: "Johns Hopkins", "Tampa General". */
function inLongerName(scan: Scan, token: number): boolean {
  if (gapAt(scan, token - 1) === GAP.BLANK && mayBeName(scan, token - 1) && (infoOf(scan, token - 1) & INFO.SENTENCE) === 0) return true;
  return !isPossessive(scan, token) && gapAt(scan, token) === GAP.BLANK && (mayBeName(scan, token + 1) || isFirm(scan, token) || followsInstitution(scan, token + 1));
}

/** "Wells Fargo", "Banks Houston": an everyday word and a town make the name of a firm. */
function isFirm(scan: Scan, token: number): boolean {
  return (flagsOf(scan, token) & FLAG.COMMON) !== 0 && isCapital(scan, token + 1) && (infoOf(scan, token + 1) & INFO.SENTENCE) === 0 && (flagsOf(scan, token + 1) & FLAG.PLACE) !== 0;
}

/** A single listed name, "Kathy" or "Alvarez", that is no everyday word; with `everyday`, "Bill", "Rose" and "Austin" too. */
export function singleAt(scan: Scan, token: number, everyday: boolean): NameSpan | undefined {
  if (!mayBeginName(scan, token)) return undefined;
  const flags = flagsOf(scan, token);
  if ((flags & (FLAG.GIVEN | FLAG.SURNAME)) === 0 || isTermHere(scan, token)) return undefined;
  if (isCounted(scan, token)) return undefined;
  if (lengthOf(scan, token) < 3 && ((flags & FLAG.GIVEN) === 0 || (infoOf(scan, token) & INFO.CAPS) !== 0)) return undefined;
  if ((flags & (FLAG.COMMON | FLAG.PLACE)) !== 0 && !everyday) return undefined;
  return namesAThing(scan, token) || inLongerName(scan, token) ? undefined : spanOf(scan, token, token, "one-name", 8);
}
