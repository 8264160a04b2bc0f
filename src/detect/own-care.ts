/** Mail in which patients write of themselves: "my asthma is worse", "I have been taking metformin". */
import type { Correspondence, Place } from "../contract/index.ts";
import { hasWord, wordsOf } from "./context.ts";
import { fileOf } from "./file-parts.ts";
import type { Judged } from "./roles.ts";
import { hashOf, INFO, infoOf } from "./scan.ts";
import type { Scan } from "./scan.ts";
import { termAt } from "./terms.ts";
import type { Unit } from "./unit.ts";

/** Longer mail of patients begins with what it is about. */
const TOKENS = 1500;
const OWN_CLASSES = new Set(["diagnosis", "symptom", "drug", "lab"]);
const MY = wordsOf("my,mi,mis");
const I = wordsOf("i,i'm,i've");
/** What may stand between "my" and the illness, or between "I" and it. A surgeon's "my surgery" and "I started lisinopril" are of others. */
const MY_BETWEEN = wordsOf("own,chronic,severe,bad,terrible,awful,recurrent,left,right,lower,upper,recent,new,latest,last,old,mild");
const HAVING = wordsOf("have,had,having,take,taking,suffer,suffering,diagnosed");
const I_BETWEEN = wordsOf("have,had,having,been,am,was,take,taking,suffer,suffering,diagnosed,with,from,on,a,an,the,this,some,still,also,really,very,just,recently,chronic,severe,bad,terrible,awful,mild,getting,got");
const MOST_BETWEEN = 5;
/** Behind it the illness is what someone works on. */
const WORK_AFTER = wordsOf("patient,patients,pt,pts,clinic,talk,lecture,slides,team,class,course,paper,study,trial,project,research,report,notes,schedule,guideline,cases,case,program,grant,group,unit,service,meeting");
/** Anywhere in it, whoever writes is at work. */
const AT_WORK = wordsOf("patients,pts,pt,colleague,colleagues,resident,residents,cohort,guideline,guidelines,rota,shift,shifts,pto,fmla,invoice,rounds,coworker,coworkers,payroll,timesheet");

function isOwnTerm(scan: Scan, token: number): boolean {
  const term = termAt(scan, token);
  if (term === undefined || term.tag.strength !== "strong" || !OWN_CLASSES.has(term.tag.termClass)) return false;
  const after = token + term.tokens;
  return after >= scan.count || (infoOf(scan, after) & INFO.SENTENCE) !== 0 || !hasWord(WORK_AFTER, hashOf(scan, after));
}

/** True where nothing but listed words leads from `token` to an illness, a symptom or a medicine. */
function leadsToTerm(scan: Scan, token: number, isI: boolean): boolean {
  let having = !isI;
  for (let t = token + 1; t <= token + 1 + MOST_BETWEEN && t < scan.count; t++) {
    if ((infoOf(scan, t) & INFO.SENTENCE) !== 0) return false;
    if (having && isOwnTerm(scan, t)) return true;
    if (!hasWord(isI ? I_BETWEEN : MY_BETWEEN, hashOf(scan, t))) return false;
    having ||= hasWord(HAVING, hashOf(scan, t));
  }
  return false;
}

/** Whether the writer of a text tells of an illness, a symptom or a medicine as their own. */
export function tellsOwnCare(scan: Scan): boolean {
  let isTold = false;
  for (let t = 0; t < scan.count && t < TOKENS; t++) {
    const hash = hashOf(scan, t);
    if (hasWord(AT_WORK, hash)) return false;
    const isI = hasWord(I, hash);
    if (!isTold && (isI || hasWord(MY, hash))) isTold = leadsToTerm(scan, t, isI);
  }
  return isTold;
}

interface MailPart {
  readonly unit: Unit;
  readonly place: Place | undefined;
}

/** The headers of attached mails whose writers tell of their own care. */
export function headersOfPatients(parts: readonly MailPart[]): ReadonlySet<Unit> {
  const told = new Set<string>();
  if (!parts.some(({ place }) => place?.kind === "header")) return new Set();
  for (const part of parts) if (part.place?.kind === "message" && tellsOwnCare(part.unit.scan)) told.add(fileOf(part));
  return new Set(parts.filter((part) => part.place?.kind === "header" && told.has(fileOf(part))).map(({ unit }) => unit));
}

const FROM_LINE = /^From: ([^\n]{1,400})/m;
const TITLED = /\b(?:dr|drs|prof|md|do|rn|np|pa|phd|pharmd|dds|lcsw)\b/i;
const WRITER_WEIGHT = 60;

/** Judges who wrote a patient's mail as the patient. One of the draft's own house writes as a colleague. */
export function judgeWriter(judged: Judged, from: Correspondence["from"]): Judged {
  const { candidate: { rule, start, end }, unit: { scan: { text } }, role } = judged;
  const line = FROM_LINE.exec(text);
  if (rule.part !== "A" || role !== "unknown" || line === null || start < line.index || end > line.index + line[0].length) return judged;
  const house = /@.{1,255}$/.exec(from?.address.toLowerCase() ?? "")?.[0];
  if (TITLED.test(line[0]) || (house !== undefined && line[0].toLowerCase().includes(house))) return judged;
  return { ...judged, role: "patient", weight: WRITER_WEIGHT, why: [{ kind: "role", why: "writes of their own care" }] };
}
