import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "She is with Aetna, card says W000000000.", value: "W000000000" },
    { text: "Anthem Blue Cross, XXX000000000 effective January", value: "XXX000000000" },
    { text: "Cigna (U0000000001)", value: "U0000000001" },
    { text: "Humana gold plus H00000000", value: "H00000000" },
  ],
  misses: [
    { text: "serial XXX000000000", why: "no plan is named" },
    { text: "Aetna pays on the 15th.", why: "no number" },
    { text: "Order W000000000 for Aetna", why: "an order" },
  ],
};
