import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "SSN: 219-09-9999", value: "219-09-9999" },
    { text: "Her social security number is 078 05 1120.", value: "078 05 1120" },
    { text: "her social: about 078-051120", value: "078-051120" },
    { text: "219-09-9999,078-05-1120", value: "078-05-1120" },
    { text: "ssn 078051120", value: "078051120" },
    { text: "SSN: 0 7 8 - 0 5 - 1 1 2 0", value: "0 7 8 - 0 5 - 1 1 2 0" },
    { text: "SSN 078/05/1120", value: "078/05/1120" },
    { text: "SSN O78-05-112O", value: "O78-05-112O" },
    { text: "SSN: 078-0\n5-1120", value: "078-0\n5-1120" },
  ],
  misses: [
    { text: "Reno 07805-1120", why: "a ZIP+4 code" },
    { text: "SSN: 1120\n07805 Oak Street", why: "the last four, and the next line's own number" },
    { text: "0 7 8 0 5 1 1 2 0 points", why: "scores without a cue" },
    { text: "912-34-5678", why: "areas from 900 up were never issued" },
    { text: "SSN 000-12-3456", why: "area 000 was never issued" },
    { text: "Invoice 078051120", why: "nine bare digits need a cue" },
    { text: "population 078-05-11209", why: "a longer number" },
  ],
};
