import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "NPI 1234567893", value: "1234567893" },
    { text: "NPI 1234-567-893", value: "1234-567-893" },
  ],
  misses: [
    { text: "order 1234567893", why: "one number in ten passes the check; an order is none" },
    { text: "1234567893", why: "a check digit alone is no proof" },
  ],
};
