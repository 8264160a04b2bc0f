/** Turns of phrase that only care uses, where no single word would do. */
import { defineRule } from "../rule.ts";

export const carePhrase = defineRule({
  id: "care-phrase",
  part: "health",
  title: { en: "Phrase of care", es: "Expresión asistencial" },
  gates: [{ kind: "words", words: ["treated", "seen", "evaluated", "under", "discharged", "admitted", "transferred", "test", "tested", "results", "path", "labs", "dx'd", "s"] }],
  shapes: [
    { name: "treated", pattern: /treated (?:at|by|for|with|in)(?![a-z])/iy, points: 12 },
    { name: "seen-in-care", pattern: /(?:seen|evaluated) (?:in|at|by) (?:the |our |dr\.? )?(?:ed|er|clinic|hospital|urgent care|icu|dermatology|cardiology|oncology|neurology|pediatrics|[a-z]{2,} (?:hospital|clinic|medical))(?![a-z])/iy, points: 12 },
    { name: "under-care", pattern: /under (?:(?:the |dr\.? \w{1,20}'s )?care (?:of|at)|(?:my|our) care)(?![a-z])/iy, points: 12 },
    { name: "moved-in-care", pattern: /(?:admitted|discharged|transferred) (?:to|from) (?:the |our |a |hospice|rehab|icu|snf|home health|hospital|floor)/iy, points: 10 },
    { name: "result", pattern: /(?:test(?:ed)?|path|labs|results) (?:results? )?(?:is|are|was|were|came|come)? ?(?:back )?(?:positive|negative|abnormal|normal)(?![a-z])/iy, points: 8 },
  ],
  weight: 45,
});
