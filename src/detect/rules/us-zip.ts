/** Five-digit ZIP code, behind a state or the word. The first three digits alone may stay unless few people live there. */
import { defineRule } from "../rule.ts";

export const usZip = defineRule({
  id: "us-zip",
  part: "B",
  title: { en: "ZIP code", es: "Código postal" },
  gates: [{ kind: "words", words: ["zip", "zipcode", "zip4", "postal"] }, { kind: "digits", lengths: [5] }],
  shapes: [
    { name: "zip-cued", pattern: /(?:zip(?:[ _]?code|\+?4)?|postal[ _]code)["']?(?: ?(?:is|[:=#])){0,2} {0,2}["']?(\d{5}(?:-\d{4})?)(?![\d-])/iy, points: 20 },
    { name: "state-zip", pattern: /(?<=[, ](?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY]),? )\d{5}(?:-\d{4})?(?![\d-])/y, points: 8 },
    { name: "zip-and-four", pattern: /(?<![\w.,$#-])\d{5}-\d{4}(?![\w-]|\.\d)/y, points: -10 },
  ],
  weight: 30,
});
