/** CURP, the population register's key of every person in Mexico: letters of the name, birth date, sex, state, consonants, a check digit (RENAPO, Instructivo normativo). */
import { curpCheck } from "../checksum-es.ts";
import { defineRule } from "../rule.ts";

const STATES = "AS|B[CS]|C[CHLMS]|D[FG]|G[RT]|HG|JC|M[CNS]|N[ELT]|OC|PL|Q[RT]|S[LPR]|T[CLS]|VZ|YN|ZS";

export const mxCurp = defineRule({
  id: "mx-curp",
  part: "R",
  title: { en: "Mexican population key (CURP)", es: "CURP" },
  gates: [{ kind: "mixed", lengths: [18] }],
  shapes: [{
    name: "curp",
    pattern: new RegExp(`(?<![\\w-])[A-Z][AEIOUX][A-Z]{2}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[HMX](?:${STATES})[B-DF-HJ-NP-TV-Z]{3}[A-Z\\d]\\d(?![\\w-])`, "y"),
    points: 20,
  }],
  checks: [{ name: "check digit", kind: "checksum", test: curpCheck, points: 10, required: false }],
  cues: { words: ["curp"], before: 20, after: 0, points: 10 },
  testValue: (value) => (value.startsWith("XEXX010101") ? "generic key" : undefined),
  weight: 75,
});
