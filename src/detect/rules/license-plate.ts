/** Licence plate, behind the words for it. */
import { defineRule } from "../rule.ts";

export const licensePlate = defineRule({
  id: "license-plate",
  part: "L",
  title: { en: "Licence plate", es: "Matrícula del vehículo" },
  gates: [{ kind: "words", words: ["plate", "plates", "tag", "tags", "vehicle", "license", "matrícula"] }],
  shapes: [
    { name: "plate", pattern: /(?:plates?|(?:vehicle |license )tags?|tags?(?= ?(?:no|#))|matr[ií]cula)(?: ?(?:no\.?|num(?:ber)?|#|is|:)){0,3} {0,3}([A-Z0-9]{1,4}[ -]?[A-Z0-9]{2,5})(?![\w/])/iy, points: 15 },
  ],
  checks: [
    { name: "letters and digits", kind: "list", test: (value) => /\d{2}/.test(value) && /[A-Z]/.test(value) && !/[a-z]/.test(value) && value.replace(/[^A-Z\d]/g, "").length >= 5, points: 0, required: true },
  ],
  weight: 40,
});
