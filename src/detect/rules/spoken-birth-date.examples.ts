import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "date of birth is june third nineteen fifty one", value: "june third nineteen fifty one" },
    { text: "date of birth seven seventeen forty-three", value: "seven seventeen forty-three" },
    { text: "DOB is the ninth of october fifty eight", value: "ninth of october fifty eight" },
  ],
  misses: [
    { text: "born in the third ward", why: "no date" },
    { text: "date of birth: March 14, 1961", why: "written in numbers: date-of-birth finds it" },
  ],
};
