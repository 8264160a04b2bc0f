import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "DOB 03/14/1961", value: "03/14/1961" },
    { text: "date of birth: March 14, 1961", value: "March 14, 1961" },
    { text: "born 1961-03-14", value: "1961-03-14" },
    { text: "DOB: 2-13-38", value: "2-13-38" },
  ],
  misses: [{ text: "born in Ohio", why: "no date" }],
};
