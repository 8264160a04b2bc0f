import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "a 92-year-old with a fall", value: "92-year-old" },
    { text: "Carlos, 91 yo, died", value: "91 yo" },
    { text: "97yrs. old", value: "97yrs. old" },
    { text: "Admit Age: 92 years", value: "Age: 92 years" },
    { text: "age: 103", value: "age: 103" },
  ],
  misses: [
    { text: "95.yrs of service", why: "not an age" },
    { text: "a 62-year-old male", why: "ages under 90 identify no one" },
    { text: "95 years of experience", why: "not an age" },
  ],
};
