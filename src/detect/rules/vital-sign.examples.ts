import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "BP 150/95", value: "150/95" }],
  misses: [{ text: "HR department", why: "no value" }],
};
