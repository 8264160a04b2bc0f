import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "a 92-year-old with a fall", value: "92-year-old" },
    { text: "Carlos, 91 yo, died", value: "91 yo" },
    { text: "age: 103", value: "age: 103" },
  ],
  misses: [
    { text: "a 62-year-old male", why: "ages under 90 identify no one" },
    { text: "95 years of experience", why: "not an age" },
  ],
};
