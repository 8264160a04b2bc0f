import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  // The card schemes' own test numbers.
  hits: [
    { text: "Card on file 4111 1111 1111 1111.", value: "4111 1111 1111 1111" },
    { text: "card 4111 1111 1111 1111 12/27 123", value: "4111 1111 1111 1111" },
    { text: "4111111111111111 5555-5555-5555-4444", value: "4111111111111111" },
    { text: "4111111111111111 5555-5555-5555-4444", value: "5555-5555-5555-4444" },
    { text: "4111111111111111,5555555555554444", value: "5555555555554444" },
    { text: "4111.1111.1111.1111", value: "4111.1111.1111.1111" },
    { text: "4111  1111  1111  1111", value: "4111  1111  1111  1111" },
    { text: "Maestro 6759649826438453", value: "6759649826438453" },
    { text: "UnionPay 8171999927660000", value: "8171999927660000" },
    { text: "Amex 3782 822463 10005", value: "3782 822463 10005" },
    { text: "Diners 3056-930902-5904", value: "3056-930902-5904" },
  ],
  misses: [
    { text: "card 4111 1111 1111 1112", why: "the check digit fails" },
    { text: "RS35 2600 0560 1001 6113 70", why: "part of an account number" },
    { text: "4111 1111 1111 1111 2222", why: "five groups" },
    { text: "0000 0000 0000 0000", why: "one repeated digit" },
  ],
};
