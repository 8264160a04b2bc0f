import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Referral - LOPEZ, MARIA", value: "LOPEZ, MARIA" },
    { text: "Confidential: Martinez, Steven tested positive.", value: "Martinez, Steven" },
  ],
  misses: [
    { text: "John Smith, Mary Jones and others", why: "a list of people" },
    { text: "Monday, April 3", why: "a date" },
  ],
};
