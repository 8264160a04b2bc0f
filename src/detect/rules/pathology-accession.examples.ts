import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Path S24-00000 is back", value: "S24-00000" },
    { text: "biopsy 24-SP-00000", value: "24-SP-00000" },
  ],
  misses: [
    { text: "part S24-00000", why: "a part" },
    { text: "Room A24-100", why: "no specimen" },
  ],
};
