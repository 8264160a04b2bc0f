import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Mrs. Alvarez in 12B is refusing her metformin again", value: "Mrs. Alvarez" },
    { text: "Let Dr. Bell know.", value: "Dr. Bell" },
    { text: "Mr. Vance's A-fib is back", value: "Mr. Vance" },
  ],
  misses: [{ text: "Ms in biology", why: "a degree, no name" }],
};
