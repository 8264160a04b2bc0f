import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Patient: Maria Lopez", value: "Maria Lopez" },
    { text: "Patient: LOPEZ, MARIA", value: "LOPEZ, MARIA" },
    { text: "pt J.S. rm 4", value: "J.S." },
    { text: "Name: Quintrell Varnado", value: "Quintrell Varnado" },
  ],
  misses: [
    { text: "Code: POTASSIUM:SCNC:PT:BLD:QN: 4.1 mmol/L", why: "PT is a point in time, BLD is blood" },
    { text: "Patient education is on the portal.", why: "no name follows" },
    { text: "File name: Budget", why: "a file's name" },
  ],
};
