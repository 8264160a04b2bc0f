import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "MRN 00482913", value: "00482913" },
    { text: "MRN: JH-123456", value: "JH-123456" },
    { text: "Chart # 55021", value: "55021" },
    { text: "medical record number is 1020710", value: "1020710" },
    { text: "PID|1||175994^^^MERCY^MR||", value: "175994" },
    { text: "MRN 0 0 4 8 2 9 1 3", value: "0 0 4 8 2 9 1 3" },
    { text: "MRN: 0048\n2913\nasthma", value: "0048\n2913" },
  ],
  misses: [
    { text: "Do not put an SSN or MRN in e-mail.", why: "no number follows" },
    { text: "order 00482913", why: "no cue of a record" },
    { text: "record 2023 sales", why: "a year after a common word" },
  ],
};
