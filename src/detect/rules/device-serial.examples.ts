import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "pacemaker serial PJN0000000 interrogated", value: "PJN0000000" }],
  misses: [
    { text: "The A1c analyzer (serial A796-0259) is down.", why: "a machine of the laboratory" },
    { text: "laptop S/N 5CD0000000", why: "not in or on a person" },
  ],
};
