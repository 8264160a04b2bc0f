/** Date of birth behind the short Spanish labels and verbs: "F. Nac.", "F.N.", "nació el". The long label is in date-of-birth. */
import { ANY_DATE, sticky } from "../patterns.ts";
import { defineRule } from "../rule.ts";

export const esDateOfBirth = defineRule({
  id: "es-date-of-birth",
  part: "C",
  title: { en: "Date of birth in Spanish", es: "Fecha de nacimiento abreviada" },
  gates: [{ kind: "words", words: ["f", "fn", "fnac", "fecha", "nac", "nació", "nacido", "nacida", "nacimiento"] }],
  shapes: [{
    name: "nacimiento",
    pattern: sticky(`(?:(?:f(?:echa|ec|\\.)?(?: de| ?\\/ ?)? ?nac(?:imiento|\\.)?|f\\.? ?\\/? ?n\\.?|fnac|naci[oó]|nacid[oa]|nacimiento)\\.?)(?: ?(?:el(?: d[ií]a)?|en|:|=)){0,2}[ \\t]{0,4}\\(?(${ANY_DATE}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}(?!\\w)|\\d{1,2} de [a-z]{4,10},? del? (?:año )?\\d{4}(?!\\d))`),
    points: 28,
  }],
  weight: 55,
});
