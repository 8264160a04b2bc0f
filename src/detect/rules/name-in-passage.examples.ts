import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "can't d/c Lemieux, retail says eliquis copay is $412 and he'll just not take it. meds to beds have a coupon?", value: "Lemieux" },
  ],
  misses: [
    { text: "Lemieux will present the anticoagulation data at grand rounds, slides by Friday please.", why: "a colleague" },
  ],
};
