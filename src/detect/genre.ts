/** What kind of text it is, by words that drills, shows, staff records, minutes and mailing lists use: how far its health words speak of anyone's care. */
import { firstWords, listedAt, wordsOf } from "./context.ts";
import type { WordSet } from "./context.ts";
import { MARK } from "./lexicon/index.ts";
import { hashOf, INFO, infoOf } from "./scan.ts";
import type { Scan } from "./scan.ts";

export interface Genre {
  /** A drill, a plot, an animal, a digest, a colleague's absence: no patient is cared for. */
  readonly played: boolean;
  /** Employment records are no PHI (45 CFR 160.103). */
  readonly staff: boolean;
  /** Someone who applies for work. */
  readonly applies: boolean;
  /** To many, or about a gathering: a health word in the sentence does not make a name a patient's, only grammar does. */
  readonly general: boolean;
}

const EXERCISE = wordsOf("fantasy team,fantasy league,fantasy football,quarterback,nfl,nba,mlb,nhl,playoffs,super bowl,world series,world cup,touchdown,injured reserve,book club,documentary,miniseries,netflix,soap opera,movie night,board review,case of the week,only a drill,this is a drill,drill,simulation,mock code,tabletop exercise,sim lab,fictional,fictitious,test patient,season finale,series finale,tv show,plot,spoiler,spoilers,moulage,manikin,mannequin,standardized patient,simulacro", MARK.TOPIC);

/** Where two of these stand, it is about a film, a programme on air, a book. "Cast" and "film" are left out: they are an X-ray's words too. */
const SHOWN = wordsOf("movie,movies,starring,premiere,premieres,premiering,airing,sitcom,blockbuster,hollywood,box office,airs,drama,actress,actor,actors,biopic,screenplay,science fiction,sci fi,novel,novels,bestseller,episodes,rewatching,binge watching,storyline,showrunner,medical drama,best picture,telenovela", MARK.TOPIC);
const SHOWN_FROM = 2;

/** An animal's body and home. Words that patients' homes have too are counted only in twos. */
const ANIMAL = wordsOf("paws,litter box,animal hospital,animal clinic,beagle,emergency vet,the vet says,the vet thinks,the vet wants,vet said", MARK.TOPIC);
const ANIMALS = wordsOf("vet,puppy,puppies,kitten,kittens,cat,dog,fur,breeder,groomer,kennel,leash,heartworm,tabby,terrier,poodle,retriever,veterinario,perro,perra,gato,gata,cachorro", MARK.TOPIC);
const ANIMALS_FROM = 2;

/** A colleague is away: what ails them is told among staff, and an employer's record is no PHI. */
const AWAY = wordsOf("out sick,called out sick,calling out sick,called in sick,calling in sick,sick call,working from home,will be out of the office,out of office,wfh,running standup,on maternity leave,on paternity leave,on parental leave,on medical leave,on bereavement leave,on sick leave,back in the office,cover his shift,cover her shift,cover my shift,cover their shift,cover for him,cover for her,pick up a shift,pick up his shift,pick up her shift,staffing short,is remote,out of the office,de baja", MARK.TOPIC);
/** One who is treated may be away from work too. */
const TREATED = wordsOf("patient,patients,pt,pts,mrn,dob,paciente,pacientes", MARK.TOPIC);

/** Where two of these stand, insurance and visits are the employer's business. */
const STAFF = wordsOf("employee,employees,salary,payroll,direct deposit,start date,hire date,hired,new hire,department,w 2,w2,i 9,401k,onboarding,benefits enrollment,open enrollment,job title,human resources,pto,resume,curriculum vitae,cv,applicant,position,references,work experience,job application,cover letter,sick leave,sick day,sick days,out sick,cover his shift,cover her shift,time off,shift coverage,fte,overtime,timesheet,timesheets,kronos,nómina", MARK.TOPIC);

/** Of someone who applies for work, even procedures are what they know. */
const APPLIES = wordsOf("resume,curriculum vitae,cv,cover letter,applicant,job application,references,work experience,experience,certifications,skills,education,objective,bls,acls,pals,bsn,msn,fellowship,residency,publications,board certified", MARK.TOPIC);
const APPLIES_FROM = 3;
const STAFF_FROM = 2;

/** What a mailing list or a newsletter puts at its foot (RFC 2369). */
const MASS = wordsOf("unsubscribe,listinfo,mailing list,mail list,manage your subscription,view in browser,yahoo groups", MARK.TOPIC);
/** Orders of goods: two of these. */
const ORDERED = wordsOf("requisition,purchase order,po,ship to,deliver to,qty,invoice,vendor,bx,ea,cases,boxes,tracking,shipment,central supply,dock,net 30,order confirmation,credit memo,past due,accounts payable,pedido,factura,proveedor,albarán", MARK.TOPIC);
const ORDERED_FROM = 2;
/** Minutes, programmes, rotas: two of these. */
const GATHERING = wordsOf("minutes,agenda,attendees,quorum,committee,subcommittee,action items,action item,adjournment,adjourned,panelists,panelist,moderator,keynote,symposium,plenary,conference center,old business,new business,aob,call schedule,weekend coverage,on call schedule,swing shift,rotation schedule,guardias,comisión,asisten,asistentes,orden del día,acta", MARK.TOPIC);
const GATHERING_FROM = 2;

/** Longer ones are digests of what is on and in the papers. */
const DIGEST = 1000;
const LOOK = 600;
const FOOT = 200;

type Topic = "shown" | "animals" | "staff" | "applies" | "gathering" | "mass" | "exercise" | "away" | "treated" | "ordered";
const TOPICS: readonly (readonly [Topic, WordSet])[] = [
  ["shown", SHOWN], ["animals", ANIMALS], ["staff", STAFF], ["applies", APPLIES], ["gathering", GATHERING], ["mass", MASS], ["exercise", EXERCISE], ["exercise", ANIMAL], ["away", AWAY], ["treated", TREATED], ["ordered", ORDERED],
];

function byFirstWord(): ReadonlyMap<number, readonly (typeof TOPICS)[number][]> {
  const all = new Map<number, (typeof TOPICS)[number][]>();
  for (const topic of TOPICS) {
    for (const hash of firstWords(topic[1])) {
      const known = all.get(hash);
      if (known === undefined) all.set(hash, [topic]);
      else if (known[known.length - 1] !== topic) known.push(topic);
    }
  }
  return all;
}

/** The lists that have an entry which begins with a word of this hash. Made when first asked. */
let listsOf: ReturnType<typeof byFirstWord> | undefined;

const NO_GENRE: Genre = { played: false, staff: false, applies: false, general: false };
/** Asked for more than once a text. */
const KNOWN = new WeakMap<Scan, Genre>();

/** Reads the head of a text, and its foot for what mailing lists leave there. */
export function genreOf(scan: Scan): Genre {
  if (scan.topics.length === 0) return NO_GENRE;
  let genre = KNOWN.get(scan);
  if (genre === undefined) KNOWN.set(scan, genre = readGenre(scan));
  return genre;
}

function readGenre(scan: Scan): Genre {
  const { count } = scan;
  const seen = new Map<Topic, Set<string>>();
  listsOf ??= byFirstWord();
  for (const t of scan.topics) {
    if (t >= LOOK && t < count - FOOT) continue;
    for (const [topic, list] of listsOf.get(hashOf(scan, t)) ?? []) {
      if (t >= LOOK && topic !== "mass" && topic !== "shown") continue;
      if (topic === "applies" && (infoOf(scan, t) & INFO.UPPER) === 0) continue;
      const word = listedAt(scan, t, list);
      if (word !== undefined) seen.set(topic, (seen.get(topic) ?? new Set()).add(word));
    }
  }
  const has = (topic: Topic, least: number): boolean => (seen.get(topic)?.size ?? 0) >= least;
  const mass = has("mass", 1);
  return {
    played: has("exercise", 1) || (has("away", 1) && !has("treated", 1)) || has("animals", ANIMALS_FROM) || has("shown", SHOWN_FROM) || (mass && count > DIGEST),
    staff: has("staff", STAFF_FROM), applies: has("applies", APPLIES_FROM), general: mass || has("gathering", GATHERING_FROM) || has("ordered", ORDERED_FROM),
  };
}
