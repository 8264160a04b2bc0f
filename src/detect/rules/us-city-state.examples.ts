import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "He lives in Rome, GA.", value: "Rome, GA" }],
  misses: [{ text: "The home in question", why: "no city" }],
};
