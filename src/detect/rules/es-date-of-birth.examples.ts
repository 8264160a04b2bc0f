import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "F. Nac.: 14/03/1961", value: "14/03/1961" },
    { text: "FN 14-03-61", value: "14-03-61" },
    { text: "nació el 14 de marzo de 1961", value: "14 de marzo de 1961" },
  ],
  misses: [
    { text: "nació en Sevilla", why: "no date" },
    { text: "F. Navarro 12/2020", why: "a name" },
  ],
};
