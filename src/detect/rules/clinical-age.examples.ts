import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "a 62yo male", value: "62yo" }],
  misses: [{ text: "our 10 year anniversary", why: "no age of a person" }],
};
