import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "ITIN 900-70-0000", value: "900-70-0000" }],
  misses: [{ text: "ITIN 912-34-5678", why: "group 34 is not in use" }],
};
