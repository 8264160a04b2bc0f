/** Date of birth: any date behind the words for it. */
import { ANY_DATES, sticky } from "../patterns.ts";
import { defineRule } from "../rule.ts";

export const dateOfBirth = defineRule({
  id: "date-of-birth",
  part: "C",
  title: { en: "Date of birth", es: "Fecha de nacimiento" },
  gates: [{ kind: "mixed", lengths: [3] }, { kind: "words", words: ["dob", "d", "birth", "birthdate", "birthday", "born", "bday", "fdn", "nacimiento", "nacido", "nacida"] }],
  shapes: [
    {
      name: "birth-date",
      pattern: sticky(`(?:d[o0]b|d\\.o\\.b\\.?|birth ?dates?|birth ?day|birth|born(?: on)?|bday|fdn|nacimiento|nacid[oa](?: el)?)(?: ?(?:is|was|of|:|=|#|-|,|\\))){0,2}[ \\t]{0,4}\\(?`),
      values: [...ANY_DATES, /[\dlIO]{1,2}[/.-][\dlIO]{1,2}[/.-][\dlIO]{2,4}\b/iy, /\d{1,2} \d{1,2} (?:19|20)\d\d(?!\d)/y],
      points: 28,
    },
    { name: "birth-year", pattern: /(?:dob|birth ?date)[ :]{1,3}((?:19|20)\d\d)(?![\d/-])/iy, points: 8 },
  ],
  weight: 55,
});
