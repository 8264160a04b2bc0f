import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "seen at Cedar Ridge Hospital", value: "Cedar Ridge Hospital" },
    { text: "admitted to Oak Hill Medical Center", value: "Oak Hill Medical Center" },
    { text: "transferred to St. Agnes' on Monday", value: "St. Agnes'" },
    { text: "her cardiologist at Cedars-Sinai", value: "Cedars-Sinai" },
    { text: "a patient of Harbor Health System", value: "Harbor Health System" },
  ],
  misses: [
    { text: "the Visitor Center", why: "no place of care" },
    { text: "our clinic is closed", why: "no name" },
    { text: "flying to St. Louis", why: "a city" },
    { text: "Employee Health is on floor 2", why: "a department" },
    { text: "Stanford won the game", why: "a university" },
  ],
};
