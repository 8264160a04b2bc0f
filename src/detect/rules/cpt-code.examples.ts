import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "billed as CPT 83036 and 93000", value: "93000" },
    { text: "99213-25 with modifier", value: "99213-25" },
    { text: "CPT II 3044F", value: "3044F" },
  ],
  misses: [
    { text: "Rome, GA 30164", why: "no word for a procedure" },
    { text: "CPT is a set of codes", why: "no code" },
  ],
};
