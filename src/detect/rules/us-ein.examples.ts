import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "EIN 12-3456789", value: "12-3456789" },
    { text: "tax ID: 123456789", value: "123456789" },
  ],
  misses: [
    { text: "EIN 00-3456789", why: "no such prefix" },
    { text: "EIN on file", why: "no number" },
  ],
};
