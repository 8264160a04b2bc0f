import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "NDC 12345-6789-01", value: "12345-6789-01" },
    { text: "NDC: 12345678901", value: "12345678901" },
  ],
  misses: [{ text: "1234-567-8901", why: "no shape of an NDC" }],
};
