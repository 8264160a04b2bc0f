import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "pacemaker interrogated, PJN000000S", value: "PJN000000S" },
    { text: "left hip, XX000000", value: "XX000000" },
  ],
  misses: [
    { text: "pump order PX0000000", why: "an order" },
    { text: "ticket AB1200000", why: "no device" },
  ],
};
