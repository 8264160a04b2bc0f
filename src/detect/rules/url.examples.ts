import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "See https://portal.example.org/patient/00482913.", value: "https://portal.example.org/patient/00482913" }],
  misses: [{ text: "and/or the http protocol", why: "no address" }],
};
