import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "please refill Rx # 0000000", value: "0000000" },
    { text: "prescription number is 0000001-01", value: "0000001-01" },
    { text: "receta núm. 0000002", value: "0000002" },
  ],
  misses: [
    { text: "2 refills", why: "no number of a prescription" },
    { text: "the script # 3 fails", why: "too short" },
  ],
};
