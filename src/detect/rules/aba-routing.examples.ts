import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  // The Federal Reserve Bank of Boston's own number.
  hits: [{ text: "Routing number 011000015", value: "011000015" }],
  misses: [
    { text: "Routing number 011000016", why: "the check digit fails" },
    { text: "011000015", why: "no word for a bank" },
  ],
};
