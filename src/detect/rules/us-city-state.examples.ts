import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "He lives in Rome, GA.", value: "Rome, GA" },
    { text: "flew in from Chicago for the infusion", value: "Chicago" },
    { text: "the Dallas clinic called", value: "Dallas clinic" },
    { text: "discharged to her sister in Land O Lakes, WI today", value: "Land O Lakes, WI" },
  ],
  misses: [
    { text: "The home in question", why: "no city" },
    { text: "a phoenix rising", why: "no capital" },
    { text: "Monday, OK?", why: "no state" },
  ],
};
