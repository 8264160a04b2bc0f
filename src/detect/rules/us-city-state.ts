/** Where someone lives, told by city and state: geography smaller than a state, so an identifier. */
import { defineRule } from "../rule.ts";

export const usCityState = defineRule({
  id: "us-city-state",
  part: "B",
  title: { en: "City of residence", es: "Ciudad de residencia" },
  gates: [{ kind: "words", words: ["lives", "live", "living", "resides", "residing", "kin", "moved", "home", "hometown"] }],
  shapes: [
    {
      name: "lives in city, state",
      pattern: /(?:[Ll]ives?|[Ll]iving|[Rr]esid(?:es|ing)|[Kk]in|[Mm]oved|[Hh]ome|[Hh]ometown)(?: is| of)? (?:in|to|near|at) ((?:[A-Z][A-Za-z.'-]{1,20} ){0,3}[A-Z][A-Za-z.'-]{1,20}, (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY])\b(?: \d{5}\b)?)/y,
      points: 22,
    },
  ],
  weight: 25,
});
