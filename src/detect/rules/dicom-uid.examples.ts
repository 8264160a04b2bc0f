import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  // 2.999 is the arc that ITU-T X.660 keeps for examples.
  hits: [{ text: "Study UID 2.999.1.4.3000.20240101.77", value: "2.999.1.4.3000.20240101.77" }],
  misses: [
    { text: "transfer syntax UID 1.2.840.10008.1.2.4.90.100", why: "the standard's own" },
    { text: "version 2.10.4.1.5.6", why: "too short, a version" },
  ],
};
