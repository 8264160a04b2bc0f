/** Employer identification number: a business's, on every invoice, so it weighs nothing. Listed so that no other rule takes it for a person's (IRS, prefixes by campus). */
import { defineRule } from "../rule.ts";

const UNUSED = new Set(["00", "07", "08", "09", "17", "18", "19", "28", "29", "49", "69", "70", "78", "79", "89", "96", "97"]);

export const usEin = defineRule({
  id: "us-ein",
  part: "R",
  title: { en: "Employer identification number (EIN)", es: "Número de identificación patronal (EIN)" },
  gates: [{ kind: "digits", lengths: [2] }, { kind: "words", words: ["ein", "fein", "tin", "tax", "employer"] }],
  shapes: [
    { name: "ein-cued", pattern: /(?:f?ein|tin|tax ?(?:payer )?id|employer identification)(?: ?(?:no\.?|num(?:ber)?|is|[:#=])){0,3} {0,2}(\d{2}-?\d{7})(?![\d-])/iy, points: 30 },
    { name: "dd-ddddddd", pattern: /(?<![\d.,$-])\d{2}-\d{7}(?![\d-])/y, points: -6 },
  ],
  checks: [{ name: "IRS prefixes", kind: "list", test: (value) => !UNUSED.has(value.slice(0, 2)), points: 0, required: true }],
  cues: { words: ["ein", "fein", "tax id", "tin", "w 9", "employer", "irs"], before: 30, after: 10, points: 25 },
  weight: 0,
});
