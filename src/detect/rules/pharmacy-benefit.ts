/**
 * Routing of a pharmacy claim: BIN or IIN, processor control number, group (NCPDP Telecommunication Standard, pharmacy ID card guide).
 * They tell the plan, not the person, so they weigh little without a member number beside them.
 */
import { defineRule } from "../rule.ts";

export const pharmacyBenefit = defineRule({
  id: "pharmacy-benefit",
  part: "I",
  title: { en: "Pharmacy plan routing (RxBIN, PCN, group)", es: "Datos del plan de farmacia (RxBIN, PCN, grupo)" },
  gates: [{ kind: "words", words: ["rxbin", "bin", "rxpcn", "pcn", "rxgrp", "rxgroup", "rx"] }],
  shapes: [
    { name: "bin", pattern: /rx ?bin(?: ?(?:no\.?|num(?:ber)?|[#:=])){0,2} {0,2}(\d{6})(?!\d)/iy, points: 24 },
    { name: "bin-and-pcn", pattern: /bin(?: ?(?:no\.?|num(?:ber)?|[#:=])){0,2} {0,2}(\d{6})(?=[,;]?\s{1,3}(?:rx ?)?pcn)/iy, points: 20 },
    { name: "pcn", pattern: /(?:R[Xx] ?)?P[Cc][Nn](?: ?(?:[Nn]o\.?|[Nn]umber|[#:=])){1,2} {0,2}([A-Z\d]{2,10})(?![\w-])/y, points: 8 },
    // PCN is penicillin too.
    { name: "bin-then-pcn", pattern: /(?<=\d{6}[,;]? {0,2})PCN {1,2}([A-Z\d]{2,10})(?![\w-])/y, points: 14 },
    { name: "rx-group", pattern: /rx ?(?:grp|group)(?: ?(?:no\.?|num(?:ber)?|id|[#:=])){0,2} {0,2}([A-Z\d]{3,15})(?![\w-])/iy, points: 14 },
  ],
  checks: [{ name: "digits or capitals", kind: "list", test: (value) => /\d/.test(value) || value === value.toUpperCase(), points: 0, required: true }],
  negativeCues: { words: ["storage", "warehouse", "recycling", "shelf", "aisle", "usr", "allergy", "allergies", "allergic", "anaphylaxis"], before: 30, after: 20, points: -30 },
  weight: 20,
});
