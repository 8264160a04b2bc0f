/** Health plan beneficiary number: member, subscriber, group, policy and Medicaid numbers. Shapes vary, so words must lead to it. */
import { defineRule } from "../rule.ts";

export const healthPlanId = defineRule({
  id: "health-plan-id",
  part: "I",
  title: { en: "Health plan number", es: "Número del plan de salud" },
  gates: [
    {
      kind: "words",
      words: [
        "member", "subscriber", "beneficiary", "policy", "group", "plan", "medicare", "medicaid", "insurance", "ins", "payer", "hicn", "prescription",
        "aetna", "cigna", "humana", "unitedhealthcare", "uhc", "anthem", "tricare", "permanente", "shield", "bcbs", "hmo", "ppo", "medi", "póliza", "afiliado", "mbi", "insur", "hbn", "coverage",
      ],
    },
  ],
  shapes: [
    {
      name: "plan-number",
      pattern: /(?:health |insurance |ins\.? |prescription |medical )?(?:member|subscriber|beneficiary|policy|group|plan|medicare|medicaid|medi-cal|insurance|ins\.?|payer|hicn|mbi|p[oó]liza|afiliado)(?: (?:policy|plan|member|subscriber|beneficiary|insurance))?(?: (?:under|is))?(?: ?(?:id|no\.?|num(?:ber)?|#|identification)){1,2}(?: ?(?:is|was|[:=#-])){0,2} {0,3}((?:[A-Z]{1,6}-?)?\d[\dA-Z-]{3,16}(?<!-))(?![\d/])/iy,
      points: 25,
    },
    {
      name: "insurer-number",
      pattern: /(?:aetna|cigna|humana|unitedhealthcare|uhc|anthem|tricare|permanente|shield|bcbs|medicaid|medicare|insurance|subscriber|member|hmo|ppo)(?: (?:hmo|ppo|plan))?(?: ?(?:id|no\.?|number|[#:-])){0,2} {1,2}([A-Z]{1,5}-?\d[\dA-Z-]{5,14}(?<!-)|[A-Z]{0,3}\d{8,14})(?![\d/])/iy,
      points: 18,
    },
    { name: "plan-is", pattern: /(?:insurance|insur|ins|health plan|plan|coverage|hbn)\.?(?: (?:policy|plan|card|number|no\.?|id|#)){0,2}(?: is|:){0,2} {1,2}([A-Z]{2,4}-\d{5,9}|\d{3}-\d{3}-\d{3})(?![\w-])/iy, points: 12 },
    { name: "insurer-prefix", pattern: /(?:HMO|PPO|BCBS|UHC|AETNA)-?\d{5,12}(?!\d)/y, points: 5 },
  ],
  checks: [{ name: "at least four digits", kind: "list", test: (value) => value.replace(/\D/g, "").length >= 4, points: 0, required: true }],
  negativeCues: { words: ["invoice", "tracking", "contact group", "working group", "version", "floor plan", "project plan", "design", "drawing", "car", "auto", "home insurance"], before: 25, after: 0, points: -25 },
  weight: 80,
  role: "patient",
  care: 20,
});
