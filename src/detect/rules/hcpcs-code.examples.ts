import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "HCPCS E0601, A7030", value: "A7030" },
    { text: "J1745 x 30 units", value: "J1745" },
  ],
  misses: [
    { text: "Room A1203", why: "a room" },
    { text: "E0601", why: "no word for a code" },
  ],
};
