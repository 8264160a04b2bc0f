import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Member ID: W000000000", value: "W000000000" },
    { text: "Health Plan ID: 54321-XYZ", value: "54321-XYZ" },
    { text: "Cigna subscriber id W000000001, group no 039240-014", value: "039240-014" },
    { text: "her plan is HP-000000", value: "HP-000000" },
    { text: "Insurance: Medicaid W000000002", value: "W000000002" },
  ],
  misses: [
    { text: "group of 20000 people", why: "no number of a member" },
    { text: "Project plan 12345", why: "no word for a number" },
    { text: "Choose between Cigna HMO and PPO by 6/24/2024.", why: "a date, no number" },
  ],
};
