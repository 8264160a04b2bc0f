import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "CPT 83036", value: "83036" }],
  misses: [{ text: "ZIP 83036", why: "no word for a procedure" }],
};
