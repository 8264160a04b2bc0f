import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Guidelines for epilepsy in a 62-year-old male, Richard K., seen last week", value: "Richard K." },
    { text: "Robert's colonoscopy came back.", value: "Robert" },
    { text: "Kathy has asthma.", value: "Kathy" },
  ],
  misses: [
    { text: "Kathy will bring the sandwiches.", why: "nothing of her care" },
    { text: "Vitamin D", why: "no given name" },
  ],
};
