import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "postal_code = 64079-0000", value: "64079-0000" },
    { text: "near 64079-0000", value: "64079-0000" },
    { text: "\"zip\": \"64079-0000\"", value: "64079-0000" },
    { text: "zip 64079", value: "64079" },
    { text: "Rome, GA 30164", value: "30164" },
  ],
  misses: [{ text: "CPT 99213", why: "five digits alone are no ZIP" }],
};
