/** Procedure code by shape, where the word for it stands near: five digits in the ranges of a section, or four and F, T or U, and a modifier. The list and its wording are the AMA's and not used. */
import { defineRule } from "../rule.ts";

export const cptCode = defineRule({
  id: "cpt-code",
  part: "health",
  title: { en: "Procedure code (CPT shape)", es: "Código de procedimiento (forma CPT)" },
  gates: [{ kind: "digits", lengths: [5] }, { kind: "mixed", lengths: [5] }],
  shapes: [
    { name: "five-digits-and-modifier", pattern: /(?<![\w.,$#/-])(?:0[01]|[1-9]\d)\d{3}-(?:2[2-9]|5\d|6[236]|7[3-9]|9[0159]|LT|RT|TC|GT|GC|QW)(?![\w-])/y, points: -22 },
    { name: "five-digits", pattern: /(?<![\w.,$#/-])(?:0[01]|[1-9]\d)\d{3}(?![\w-]|[.,]\d)/y, points: -34 },
    { name: "category-2-3", pattern: /(?<![\w.,$#/-])\d{4}[FTU](?![\w-]|[.,]\d)/y, points: -28 },
  ],
  cues: { words: ["cpt", "cpts", "cpt code", "cpt codes", "procedure code", "procedure codes", "hcpcs", "modifier", "modifiers", "superbill"], before: 60, after: 15, points: 46 },
  negativeCues: { words: ["zip", "copies", "pages", "usd", "mbtu", "mmbtu"], before: 12, after: 8, points: -25 },
  weight: 45,
});
