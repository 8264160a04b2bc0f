import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "9 Martin Luther King Jr Blvd", value: "9 Martin Luther King Jr Blvd" },
    { text: "Home address 1847 Lincoln Blvd, Salamonia, IN 47381.", value: "1847 Lincoln Blvd, Salamonia, IN 47381" },
    { text: "lives at 213 Oak Avenue, Apt 4", value: "213 Oak Avenue, Apt 4" },
    { text: "PO Box 1234, Rome, GA 30164", value: "PO Box 1234, Rome, GA 30164" },
  ],
  misses: [
    { text: "The 3 Best Ways to work", why: "no house number before a street" },
    { text: "5 Star Hotel", why: "no street suffix" },
    { text: "The visit is on 19 March. Dr. Ames will call.", why: "a sentence ends between the two" },
  ],
};
