import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "Fingerprint scan on file for Danielle", value: "Fingerprint scan" }],
  misses: [{ text: "iris bulbs and palm trees", why: "plants" }],
};
