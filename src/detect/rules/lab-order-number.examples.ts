import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Quest requisition # 0000000A", value: "0000000A" },
    { text: "blood draw, req no. 00000000", value: "00000000" },
  ],
  misses: [
    { text: "purchase requisition # 0000000A", why: "a purchase" },
    { text: "req no. 00000000", why: "nothing of a laboratory" },
  ],
};
