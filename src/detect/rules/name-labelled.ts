/** A name behind a label or behind the word for the patient: "Patient: Lopez, Maria", "Pt Alvarez", "Name: …", "Re: Maria Lopez". */
import { gapAfter } from "../gaps.ts";
import { commaAt, looseNameAt, lowerCaseAt, pairAt, placeholderName } from "../names.ts";
import { initialsAt, unknownPairAt } from "../names-alone.ts";
import { hasWord, listedAt, wordsOf } from "../context.ts";
import { isPacificTime } from "../link.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import type { Scan } from "../scan.ts";
import { FLAG } from "../lexicon/index.ts";
import { flagsOf, hashOf, startOf } from "../scan.ts";

/** Labels of a patient or a relative; no colon needed. */
const PATIENT = wordsOf("patient,patlent,pt,resident,mom,mother,dad,father,son,daughter,wife,husband,baby,child,brother,sister,grandma,grandmother,grandpa,grandfather,aunt,uncle,niece,nephew,paciente");
/** Labels of forms: a colon must follow. */
const FORM = wordsOf("name,narne,nane,patient narne,patlent name,patient name,pt name,client,member,subscriber,insured,beneficiary,student,re,regarding,claimant,dependent,nombre,child name,full name,first name,last name,decedent,donor,participant,subject name");
/** Labels of forms about staff and customers. */
const BUSINESS = wordsOf("employee,employee name,customer,contact,account holder,applicant,candidate,attendee,provider,physician,doctor,prescriber,pharmacist,nurse,manager,supervisor,agent,vendor,from,to,cc,attn,sender,recipient,bill to,ship to,company name,user,user name,host,file,event,project,organizer");
const NOT_A_NAME = wordsOf("education,portal,care,safety,services,access,relations,advocate,experience,registration,intake,referral,information,record,records,chart,id,history,instructions,reports,denies,states,has,is,was,needs,presents,seen,admitted,summary,visit,statement");

function labelledAt(scan: Scan, token: number): Match | undefined {
  if (listedAt(scan, token, BUSINESS) !== undefined) return undefined;
  const patient = PATIENT.words.get(hashOf(scan, token));
  const form = listedAt(scan, token, FORM);
  const label = patient ?? form;
  if (label === undefined || isPacificTime(scan, token)) return undefined;
  let last = token + (form === undefined ? 1 : form.split(" ").length) - 1;
  if (NOT_A_NAME.words.has(hashOf(scan, last + 1))) return undefined;
  if (patient !== undefined && /^(?:name|nombre)$/i.test(scan.text.slice(startOf(scan, last + 1), scan.end[last + 1] ?? 0))) last++;
  const gap = gapAfter(scan, last);
  const bare = lowerCaseAt(scan, last + 1);
  const colon = /^\s?(?:[:#(]|- )\s{0,3}$|^'?s?:\s{0,2}$/.test(gap);
  const field = IN_DATA.test(gap);
  if (field && pairAt(scan, last + 1) === undefined && commaAt(scan, last + 1) === undefined) return undefined;
  if (!colon && !field && bare === undefined && (patient === undefined || !/^(?:,? |\. )$/.test(gap) || (gap === ". " && !hasWord(ABBREVIATED, hashOf(scan, last))))) return undefined;
  if (token > 0 && BUSINESS.words.has(hashOf(scan, token - 1)) && gapAfter(scan, token - 1) === " ") return undefined;
  const strict = pairAt(scan, last + 1) ?? commaAt(scan, last + 1);
  // "Re: Meeting Notes" and "Uncle Buck" are no one's name: without a plain label the words must be listed.
  if (strict === undefined && bare === undefined && needsListed(scan, token, last + 1, colon)) return undefined;
  const name = looseNameAt(scan, last + 1) ?? bare ?? (patient === undefined ? undefined : initialsAt(scan, last + 1));
  if (name === undefined) return undefined;
  // "POTASSIUM:SCNC:PT:BLD:QN": the six parts of a LOINC name.
  if (scan.text.charAt(startOf(scan, token) - 1) === ":" && scan.text.charAt(name.end) === ":") return undefined;
  const distance = name.start - (scan.end[last] ?? 0);
  return {
    start: name.start, end: name.end, shape: name.shape, points: name.points + (colon || field ? 22 : 20),
    weight: patient !== undefined ? 80 : 60, ...(patient === undefined ? {} : { role: "patient" as const }), evidence: [{ kind: "cue", cue: label, distance }],
  };
}

/** `"name": "…"`, `pat_name=…`: in data only a whole name is one. */
const IN_DATA = /^(?:" ?[:=] ?"?|=)$/;
/** The full stop behind any other word ends a sentence. */
const ABBREVIATED = wordsOf("pt,pts");
const SUBJECT_LINE = wordsOf("re,regarding");
const PLAIN = wordsOf("patient,patlent,pt,resident,paciente");

function needsListed(scan: Scan, label: number, name: number, colon: boolean): boolean {
  if (hasWord(SUBJECT_LINE, hashOf(scan, label))) return unknownPairAt(scan, name) === undefined;
  if (colon || hasWord(PLAIN, hashOf(scan, label))) return false;
  return (flagsOf(scan, name) & (FLAG.GIVEN | FLAG.SURNAME)) === 0 || (flagsOf(scan, name) & FLAG.COMMON) !== 0;
}

export const nameLabelled = defineRule({
  id: "name-labelled",
  part: "A",
  title: { en: "Name behind a label", es: "Nombre tras una etiqueta" },
  gates: [{ kind: "words", words: [...PATIENT.words.values(), ...FORM.words.values()].map((label) => label.split(" ")[0] ?? label) }],
  find: labelledAt,
  testValue: placeholderName,
  weight: 60,
});
