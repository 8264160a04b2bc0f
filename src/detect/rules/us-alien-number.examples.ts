import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Alien registration number A000-000-000", value: "A000-000-000" },
    { text: "A# 000000000", value: "000000000" },
  ],
  misses: [
    { text: "alien number 9 from outer space", why: "too short" },
    { text: "a 100-000-000 deal", why: "no word for the number" },
  ],
};
