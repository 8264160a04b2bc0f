/** Who, and about whose care: words round a name that tie it to a patient, or to someone who is none. */
import type { Evidence, Role } from "../contract/index.ts";
import { hasWord, listedFrom, wordsOf } from "./context.ts";
import type { WordSet } from "./context.ts";
import { endOf, hashOf, INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";
import { termAt } from "./terms.ts";

export interface Link {
  /** 0 to 100: how strongly the name points to a patient. */
  readonly weight: number;
  readonly role: Role | undefined;
  readonly points: number;
  readonly evidence: readonly Evidence[];
}

const PATIENT_BEFORE = wordsOf(`
patient,patients,pt,pts,client,resident,inpatient,outpatient,veteran,beneficiary,subscriber,claimant,decedent,donor,recipient,insured,
mom,mother,dad,father,son,daughter,wife,husband,spouse,baby,infant,newborn,toddler,child,kid,brother,sister,grandma,grandmother,grandpa,grandfather,aunt,uncle,
niece,nephew,cousin,partner,twin,twins,girlfriend,boyfriend,fiance,fiancee,mama,papa,granddaughter,grandson,roommate,
session with,visit with,appointment with,follow up with,met with,spoke with,records for,chart for,results for,result for,labs for,referral for,refill for,refills for,auth for,
authorization for,prescription for,script for,order for,orders for,photo of,picture of,image of,imaging for,imaging of,scan of,scan for,biopsy for,biopsy on,surgery for,surgery on,appointment for,schedule,
admitted,discharged,discharging,admitting,transferring,saw,evaluated,treated,treating,examined,rounded on,consult on,consult for,update on,back on,care of,treatment of,treatment for,case of,notes for,note for,patients like,like,called,named,identified as,
hospitalized,sponsor,room,rm,bed,re,release the,on behalf of,diagnosed,prescribed,screening for,bloodwork for,meds for,medication for,medications for,dose for,xray of,x ray of,ct of,mri of,mri for,
paciente,señor,señora,sr,sra,mamá,papá,hijo,hija,esposo,esposa,madre,padre`);
/** Age and sex open a case: the name may follow at the end of a long sentence. */
const AGE_SEX = wordsOf("male,female,man,woman,boy,girl,gentleman,lady,yo,y o,yr old,year old,years old,month old,week old,yom,yof");
const PATIENT_AFTER = wordsOf(`
admitted,visited,registered,who was,who is,who visited,under mrn,evaluated,operated,followed,seen at,lives in,admitted to,was admitted,is admitted,discharged,diagnosed,presented,presents,presenting,underwent,undergoing,hospitalized,treated,seen,was seen,is seen,denies,denied,reports,reported feeling,complains,complained,complaining,
tested,tests,takes,taking,took,refuses,refusing,refused,tolerated,tolerating,fell,injured,suffers,suffered,suffering,disclosed,relapsed,overdosed,coded,expired,died,passed,vomited,seized,
is on,was on,is out,been on,has been,had a,has a,has had,is having,had an,has an,had her,had his,needs,needed,requires,required,missed,no showed,no show,scheduled,due for,recovering,responding,improving,worsening,
still take,still taking,still on,on home,stopped,started,starting,started on,is pregnant,weeks,gave birth,delivered,came back,has stage,has type,history,hx,dx,dx with,s p,status post,c o,w,presenting with,
referred,transferred,intubated,extubated,sedated,ambulating,allergic,positive,negative,showing,showed,post op,pre op,postop,preop,yo,y o,yr old,year old,years old,year,male,female,age,aged,dob,born,mrn,ssn,mbi,acct,case,chart,rm,room,bed,
wants,asked for,called about,called re,would like,lives,hospital,icu,er,ed,snf,hospice,insurance,medicaid,medicare,member`);
const BUSINESS_BEFORE = wordsOf(`
contact,contacts,register,register with,rsvp,faculty,speaker,speakers,presenter,presented by,moderator,instructor,author,authors,edited by,written by,by,cc,bcc,sent,via,attn,attention,
manager,director,president,ceo,cfo,coo,chairman,chair,secretary,senator,governor,congressman,judge,attorney,counsel,officer,editor,reporter,analyst,trader,coach,professor,prof,principal investigator,
thank,thanks,congratulations,congrats,welcome,introducing,joining,hire,hired,vendor,rep,representative,vice president,vp,staff,colleague,dear,hi,hello,hey,respectfully,regards,sincerely,best,
movie,film,song,novel,actor,actress,singer,starring,directed by`);
const BUSINESS_AFTER = wordsOf(`
joins,joined,wrote,writes,said,says,will bring,will present,presents on,will speak,will host,will lead,is presenting,manager,director,president,ceo,cfo,coo,vp,chairman,coordinator,analyst,attorney,
esq,phd,inc,llc,et al,inc.,mba,office,announced,told,spoke at,hosted,accepts,is retiring,retires,promoted,is our,was our,will cover,covering`);
const PROVIDER_BEFORE = wordsOf(`
dr,drs,doctor,doc,surgeon,physician,provider,prescriber,attending,resident physician,nurse,rn,np,pa,pcp,md,oncologist,cardiologist,pediatrician,psychiatrist,therapist,dentist,pharmacist,radiologist,
pathologist,anesthesiologist,dermatologist,neurologist,dra,doctora,prof,professor,referring,ordering,seen by,signed by,reviewed by,dictated by,electronically signed by,performed by,interpreted by,ordered by,per`);
const PROVIDER_AFTER = wordsOf("md,m d,do,rn,np,pa,pa c,dds,dmd,lcsw,phd,pharmd,dnp,crna,dpm,od,psyd,lpn,cnm,fnp,aprn,rd,rdn,dvm,facs,facp,arnp,lmft,lpc,slp,ot,pt dpt,dpt,bsn,msn");
const REACH = 5;
const AGE_SEX_REACH = 16;
const REACH_AFTER = 6;
const SENTENCE_REACH = 14;

interface Hit {
  readonly word: string;
  readonly distance: number;
}

function back(scan: Scan, first: number, reach: number, set: WordSet): Hit | undefined {
  for (let t = first - 1; t >= 0 && t >= first - reach; t--) {
    if ((infoOf(scan, t + 1) & INFO.SENTENCE) !== 0) return undefined;
    const hit = listedFrom(scan, t, set);
    if (hit !== undefined && t + hit.tokens <= first) return { word: hit.word, distance: startOf(scan, first) - endOf(scan, t + hit.tokens - 1) };
  }
  return undefined;
}

function ahead(scan: Scan, last: number, reach: number, set: WordSet): Hit | undefined {
  for (let t = last + 1; t < scan.count && t <= last + reach; t++) {
    if ((infoOf(scan, t) & INFO.SENTENCE) !== 0) return undefined;
    const hit = listedFrom(scan, t, set);
    if (hit !== undefined) return { word: hit.word, distance: startOf(scan, t) - endOf(scan, last) };
  }
  return undefined;
}

function cue(kind: "cue" | "negative-cue", { word, distance }: Hit): Evidence {
  return { kind, cue: word, distance };
}

/** A health term in the same sentence, at most `SENTENCE_REACH` tokens away. */
function termNear(scan: Scan, first: number, last: number): Hit | undefined {
  for (let n = 1; n <= SENTENCE_REACH; n++) {
    const t = last + n;
    if (t >= scan.count || (infoOf(scan, t) & INFO.SENTENCE) !== 0) break;
    if (termAt(scan, t)?.tag.strength === "strong") return { word: "health term in the sentence", distance: startOf(scan, t) - endOf(scan, last) };
  }
  for (let n = 1; n <= SENTENCE_REACH; n++) {
    const t = first - n;
    if (t < 0 || (infoOf(scan, t + 1) & INFO.SENTENCE) !== 0) break;
    if (termAt(scan, t)?.tag.strength === "strong") return { word: "health term in the sentence", distance: startOf(scan, first) - endOf(scan, t) };
  }
  return undefined;
}

function possessiveOfCare(scan: Scan, last: number): boolean {
  if (!/'s?$/.test(scan.text.slice(endOf(scan, last) - 2, endOf(scan, last) + 1)) && !scan.text.startsWith("'", endOf(scan, last))) return false;
  for (let t = last + 1; t <= last + 4 && t < scan.count; t++) {
    if ((infoOf(scan, t) & INFO.SENTENCE) !== 0) return false;
    if (termAt(scan, t) !== undefined) return true;
  }
  return false;
}

const HAVING = wordsOf("has,had,have,having,got,gets,with,w,is,was,on,takes,taking,needs,tiene,tuvo,con,toma,presenta");
const HAVING_REACH = 5;

/** "Kathy has asthma", "Tom is on warfarin": the verb stands next to the name, the term soon after. */
function hasCare(scan: Scan, last: number): boolean {
  if (!hasWord(HAVING, hashOf(scan, last + 1)) || startOf(scan, last + 1) - endOf(scan, last) > 2) return false;
  for (let t = last + 2; t <= last + 1 + HAVING_REACH && t < scan.count; t++) {
    if ((infoOf(scan, t) & INFO.SENTENCE) !== 0) return false;
    if (termAt(scan, t)?.tag.strength === "strong") return true;
  }
  return false;
}

const BRACKET = /\.? ?\((?:dob|d\.o\.b|age|aged|mrn|ssn|b\. ?\d|born|\d{1,2}[/.-]\d{1,2}[/.-]\d|(?:19|20)\d\d-\d|\d{1,3} ?(?:y|m\b|f\b|yo|mo)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iy;

/** "Ian (07-03-1976)", "Rosa (34F)": how charts set a name beside a birth date. */
function bracketed(scan: Scan, last: number): boolean {
  BRACKET.lastIndex = endOf(scan, last);
  return BRACKET.test(scan.text);
}

/** What the words round the name `scan[first..last]` say of it. `base` is the weight without any. */
export function linkOf(scan: Scan, first: number, last: number, base: number): Link {
  const provider = back(scan, first, 1, PROVIDER_BEFORE) ?? ahead(scan, last, 1, PROVIDER_AFTER);
  if (provider !== undefined) return { weight: 5, role: "provider", points: 0, evidence: [cue("negative-cue", provider), { kind: "role", why: "professional title" }] };
  const business = back(scan, first, 2, BUSINESS_BEFORE) ?? ahead(scan, last, 3, BUSINESS_AFTER);
  const before = back(scan, first, REACH, PATIENT_BEFORE) ?? back(scan, first, AGE_SEX_REACH, AGE_SEX);
  const after = ahead(scan, last, REACH_AFTER, PATIENT_AFTER);
  if (possessiveOfCare(scan, last)) {
    return { weight: 75, role: "patient", points: 10, evidence: [{ kind: "structure", name: "possessive before a health term" }, ...(before === undefined ? [] : [cue("cue", before)])] };
  }
  if (business !== undefined && (before === undefined || business.distance <= before.distance)) {
    return { weight: 8, role: undefined, points: -4, evidence: [cue("negative-cue", business)] };
  }
  if (hasCare(scan, last)) {
    return { weight: Math.max(base, 70), role: "patient", points: 8, evidence: [{ kind: "structure", name: "has, takes or is on a health term" }] };
  }
  const near = before !== undefined && (after === undefined || before.distance <= after.distance) ? before : after;
  if (near !== undefined) {
    const weight = before !== undefined && after !== undefined ? 85 : near.distance <= 2 ? 75 : 62;
    return { weight: Math.max(base, weight), role: "patient", points: 10, evidence: [cue("cue", near)] };
  }
  if (bracketed(scan, last)) return { weight: Math.max(base, 65), role: "patient", points: 8, evidence: [{ kind: "structure", name: "birth date or age in brackets" }] };
  const term = termNear(scan, first, last);
  if (term !== undefined) return { weight: Math.max(base, 45), role: undefined, points: 5, evidence: [cue("cue", term)] };
  return { weight: base, role: undefined, points: 0, evidence: [] };
}

/** True where the word before a token is one of a list. */
export function precededBy(scan: Scan, token: number, set: WordSet): boolean {
  return token > 0 && set.words.has(hashOf(scan, token - 1));
}
