import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "admitted on March 14, 2023", value: "March 14, 2023" },
    { text: "seen 04/02/2010", value: "04/02/2010" },
    { text: "treated on 2024-05-18.", value: "2024-05-18" },
    { text: "on May 30th, 2022", value: "May 30th, 2022" },
    { text: "seen 05/Sep/2025", value: "05/Sep/2025" },
    { text: "seen Sep-05-2025", value: "Sep-05-2025" },
    { text: "seen May-21", value: "May-21" },
    { text: "since Apr-2021", value: "Apr-2021" },
    { text: "stent placed 09-2021.", value: "09-2021" },
    { text: "stent placed 9/2021", value: "9/2021" },
    { text: "discharged 5 Sep 2025", value: "5 Sep 2025" },
  ],
  misses: [
    { text: "Case No. 12-2021", why: "a docket number" },
    { text: "version 4.10.2020", why: "a version" },
    { text: "BP 120/80", why: "a blood pressure" },
    { text: "open 24/7", why: "not a month" },
  ],
};
