/** What kind of text it is, by words that drills, shows, staff records, minutes and mailing lists use: how far its health words speak of anyone's care. */
import { listedAt, wordsOf } from "./context.ts";
import type { WordSet } from "./context.ts";
import { MARK } from "./lexicon/index.ts";
import { INFO, infoOf } from "./scan.ts";
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
const SHOWN = wordsOf("movie,movies,starring,premiere,premieres,premiering,airing,sitcom,blockbuster,hollywood,box office,actress,actor,actors,biopic,screenplay,science fiction,sci fi,novel,novels,bestseller,episodes,rewatching,binge watching,storyline,showrunner,medical drama,best picture,telenovela", MARK.TOPIC);
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

/** What a mailing list or a newsletter puts at its foot (RFC 2369). */
const MASS = wordsOf("unsubscribe,listinfo,mailing list,mail list,manage your subscription,view in browser,yahoo groups", MARK.TOPIC);
/** Minutes, programmes, rotas: two of these. */
const GATHERING = wordsOf("minutes,agenda,attendees,quorum,committee,subcommittee,action items,action item,adjournment,adjourned,panelists,panelist,moderator,keynote,symposium,plenary,conference center,old business,new business,aob,call schedule,weekend coverage,on call schedule,swing shift,rotation schedule,guardias,comisión,asisten,asistentes,orden del día,acta", MARK.TOPIC);
const GATHERING_FROM = 2;

/** Longer ones are digests of what is on and in the papers. */
const DIGEST = 1000;
const LOOK = 600;
const FOOT = 200;

/** Reads the head of a text, and its foot for what mailing lists leave there. */
export function genreOf(scan: Scan): Genre {
  const { count } = scan;
  let played = false;
  let mass = false;
  let away = false;
  let treated = false;
  const [shown, animals, staff, applies, gathering] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  const note = (t: number, list: WordSet, seen: Set<string>): void => {
    const word = listedAt(scan, t, list);
    if (word !== undefined) seen.add(word);
  };
  for (const t of scan.topics) {
    if (t >= LOOK && t < count - FOOT) continue;
    mass = mass || listedAt(scan, t, MASS) !== undefined;
    note(t, SHOWN, shown);
    if (t >= LOOK) continue;
    played = played || listedAt(scan, t, EXERCISE) !== undefined || listedAt(scan, t, ANIMAL) !== undefined;
    note(t, ANIMALS, animals);
    away = away || listedAt(scan, t, AWAY) !== undefined;
    treated = treated || listedAt(scan, t, TREATED) !== undefined;
    note(t, STAFF, staff);
    if ((infoOf(scan, t) & INFO.UPPER) !== 0) note(t, APPLIES, applies);
    note(t, GATHERING, gathering);
  }
  return { played: played || (away && !treated) || animals.size >= ANIMALS_FROM || shown.size >= SHOWN_FROM || (mass && count > DIGEST), staff: staff.size >= 2, applies: applies.size >= APPLIES_FROM, general: mass || gathering.size >= GATHERING_FROM };
}
