/** Registry number of a trial (ClinicalTrials.gov): NCT and eight digits. It tells the research, not the person, so it is health context and no identifier. */
import { defineRule } from "../rule.ts";

export const clinicalTrial = defineRule({
  id: "clinical-trial",
  part: "health",
  title: { en: "Clinical trial number", es: "Número de ensayo clínico" },
  gates: [{ kind: "mixed", lengths: [11] }],
  shapes: [{ name: "nct", pattern: /(?<![\w-])NCT\d{8}(?![\w-])/iy, points: 25 }],
  weight: 25,
});
