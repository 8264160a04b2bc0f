import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "Her creatinine was 2.1.", value: "creatinine" }],
  misses: [{ text: "The test server is down.", why: "no laboratory test" }],
};
