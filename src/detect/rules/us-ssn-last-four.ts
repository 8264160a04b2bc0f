/** The last four digits of a Social Security number, which help desks ask for: nothing without words that say so. */
import { defineRule } from "../rule.ts";

export const usSsnLastFour = defineRule({
  id: "us-ssn-last-four",
  part: "G",
  title: { en: "Last four digits of a Social Security number", es: "Últimos cuatro dígitos del Seguro Social" },
  gates: [{ kind: "words", words: ["last", "ssn", "social", "ss", "xxx"] }],
  shapes: [
    { name: "last-four", pattern: /last (?:4|four)(?: digits)?(?: of| of the| of her| of his| of their)? ?(?:ssn|social(?: security)?(?: number)?|ss ?#?)\W{0,4}(?:is |are )?(\d{4})(?!\d)/iy, points: 25 },
    { name: "ssn-ending", pattern: /(?:ssn|social(?: security)?(?: number)?|ss ?#)\W{0,3}(?:(?:last (?:4|four)|ending(?: in| with)?|ends in|l4)\W{0,4}(?:is )?|[x*]{3}-?[x*]{2}-?)(\d{4})(?!\d)/iy, points: 25 },
    { name: "masked-ssn", pattern: /xxx-?xx-?(\d{4})(?!\d)/iy, points: 15 },
  ],
  weight: 60,
});
