/** Spanish social security number (NUSS, NASS): province, eight digits, two check digits (Tesorería General de la Seguridad Social); and the Mexican NSS of eleven digits (IMSS). */
import { luhn } from "../checksum.ts";
import { nassCheck } from "../checksum-es.ts";
import { defineRule } from "../rule.ts";

export const esNass = defineRule({
  id: "es-nass",
  part: "G",
  title: { en: "Social security number of Spain or Mexico", es: "Número de la Seguridad Social" },
  gates: [{ kind: "words", words: ["nass", "nuss", "nss", "afiliación", "seguridad", "n", "ss"] }],
  shapes: [
    {
      name: "nass-cued",
      pattern: /(?:n\.?a\.?s\.?s|n\.?u\.?s\.?s|n\.?s\.?s|n[ºo°] ?s\.?s|(?:n[ºo°]\.? (?:de )?)?afiliaci[oó]n(?: a la seguridad social| al imss)?|seguridad social)\.?(?: ?(?:n[ºo°]\.?|n[uú]m(?:ero)?\.?|es|[:=#-])){0,3} {0,3}(\d{2}[ /-]?\d{6,8}(?:[ /-]?\d{1,2})?|\d{6,12}(?:-\d)?|\d{2} \d{2} \d{2} \d{4} \d)(?![\d/])/iy,
      points: 30,
    },
  ],
  checks: [{ name: "check digits", kind: "checksum", test: (value) => nassCheck(value) || (value.replace(/\D/g, "").length === 11 && luhn(value)), points: 6, required: false }],
  weight: 90,
  role: "patient",
});
