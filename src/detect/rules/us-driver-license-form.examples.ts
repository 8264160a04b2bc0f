import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "copy of her license D000-000-00-000-0", value: "D000-000-00-000-0" },
    { text: "DL copy, D000-0000-0000", value: "D000-0000-0000" },
    { text: "Michigan ID card D000 000 000 000", value: "D000 000 000 000" },
  ],
  misses: [
    { text: "D900-000-00-000-0", why: "no Soundex code has a 9" },
    { text: "serial D000000000000", why: "no word for a licence" },
  ],
};
