import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "refund her copay to checking account 000012345678", value: "000012345678" },
    { text: "savings acct # 00-1234-5678", value: "00-1234-5678" },
  ],
  misses: [
    { text: "open a checking account in 2024", why: "no number" },
    { text: "savings account 12 months", why: "too short" },
  ],
};
