import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "Mom's email maria.lopez@example.com.", value: "maria.lopez@example.com" }],
  misses: [
    { text: "meet @ noon", why: "no domain" },
    { text: "see @chartseal", why: "a handle" },
  ],
};
