import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "MBI 1EG4-TE5-MK73", value: "1EG4-TE5-MK73" },
    { text: "her Medicare number is 1eg4te5mk73", value: "1eg4te5mk73" },
  ],
  misses: [
    { text: "0EG4-TE5-MK73", why: "the first character is 1 to 9" },
    { text: "1SG4-TE5-MK73", why: "S is never used" },
  ],
};
