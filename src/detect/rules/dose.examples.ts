import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "metformin 500 mg BID", value: "500 mg" }],
  misses: [{ text: "500 people", why: "no unit" }],
};
