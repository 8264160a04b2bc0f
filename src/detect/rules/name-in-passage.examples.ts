import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "can't d/c Lemieux, retail says eliquis copay is $412 and he'll just not take it. meds to beds have a coupon?", value: "Lemieux" },
    { text: "pls call wickramasinghe back, she's still nauseous and the zofran isn't touching it", value: "wickramasinghe" },
  ],
  misses: [
    { text: "Lemieux will present the anticoagulation data at grand rounds, slides by Friday please.", why: "a colleague's talk" },
    { text: "Whitney is ordering lunch for the sepsis committee, tell her about allergies.", why: "a colleague's task" },
  ],
};
