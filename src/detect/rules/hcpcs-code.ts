/** HCPCS Level II code (CMS): a letter from A to V and four digits. Rooms and parts look the same, so words must stand near. */
import { defineRule } from "../rule.ts";

export const hcpcsCode = defineRule({
  id: "hcpcs-code",
  part: "health",
  title: { en: "Supply or service code (HCPCS)", es: "Código de suministro o servicio (HCPCS)" },
  gates: [{ kind: "mixed", lengths: [5] }],
  shapes: [{ name: "hcpcs", pattern: /(?<![\w.-])[A-CEGHJ-MP-V]\d{4}(?:-[A-Z][A-Z\d])?(?![\w-]|\.\d)/y, points: -26 }],
  cues: { words: ["hcpcs", "hcpcs code", "j code", "j codes", "cpt", "procedure code", "dme", "modifier", "billed", "units"], before: 60, after: 20, points: 38 },
  negativeCues: { words: ["room", "part", "model", "flight", "form", "version", "suite", "invoice", "order"], before: 15, after: 0, points: -30 },
  weight: 45,
});
