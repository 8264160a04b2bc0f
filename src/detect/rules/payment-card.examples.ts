import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [{ text: "Card on file 4111 1111 1111 1111.", value: "4111 1111 1111 1111" }],
  misses: [
    { text: "card 4111 1111 1111 1112", why: "the check digit fails" },
    { text: "0000 0000 0000 0000", why: "one repeated digit" },
  ],
};
