/** A record, member, account or Social Security number said digit by digit, as voicemail and dictation write it down. */
import { cueBefore, wordsOf } from "../context.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { endOf, startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";
import { DIGIT_WORDS, spokenAt } from "../spoken.ts";

/** Only a provider or a plan gives out these. */
const OF_CARE = wordsOf("mrn,m r n,medical record,medical record number,record number,chart,chart number,member,member id,member number,subscriber,medicare,medicaid,patient number,patient id,historia,expediente,número de historia");
const OTHER = wordsOf("social,ssn,social security,social security number,account,account number,acct,policy,policy number,case number,claim number,authorization number,reference number,rx number,prescription number,cuenta,seguro social,póliza");
const REACH = 40;
const LEAST_DIGITS = 4;

function saidAt(scan: Scan, token: number): Match | undefined {
  const run = spokenAt(scan, token);
  if (run === undefined || run.digits < LEAST_DIGITS) return undefined;
  const start = startOf(scan, token);
  const ofCare = cueBefore(scan, token, start, REACH, OF_CARE);
  const cue = ofCare ?? cueBefore(scan, token, start, REACH, OTHER);
  if (cue === undefined) return undefined;
  return { start, end: endOf(scan, run.last), shape: "said digit by digit", points: 20, care: ofCare === undefined ? 0 : 45, evidence: [{ kind: "cue", cue: cue.cue, distance: cue.distance }] };
}

export const spokenNumber = defineRule({
  id: "spoken-number",
  part: "R",
  title: { en: "Number said digit by digit", es: "Número dicho cifra a cifra" },
  gates: [{ kind: "words", words: DIGIT_WORDS.split(",").filter((word) => word !== "o") }],
  find: saidAt,
  weight: 85,
  role: "patient",
});
