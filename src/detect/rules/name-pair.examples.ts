import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Please schedule Maria Lopez for dialysis.", value: "Maria Lopez" },
    { text: "Lynn T. Harris had a mammogram.", value: "Lynn T. Harris" },
  ],
  misses: [
    { text: "San Francisco office", why: "a place" },
    { text: "Mary Washington Hospital", why: "an institution" },
  ],
};
