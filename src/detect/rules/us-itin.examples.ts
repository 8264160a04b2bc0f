import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "ITIN 900-70-0000", value: "900-70-0000" },
    { text: "900-70-0000", value: "900-70-0000" },
    { text: "taxpayer id 90070-0000", value: "90070-0000" },
  ],
  misses: [
    { text: "Reno 90070-0000", why: "a ZIP+4 code" },
    { text: "ITIN 912-34-5678", why: "group 34 is not in use" },
  ],
};
