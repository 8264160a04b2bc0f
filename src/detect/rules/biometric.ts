/** Words for a biometric identifier; whose it is, the names beside it tell. */
import { defineRule } from "../rule.ts";

export const biometric = defineRule({
  id: "biometric",
  part: "P",
  title: { en: "Biometric identifier", es: "Identificador biométrico" },
  gates: [{ kind: "words", words: ["fingerprint", "fingerprints", "voiceprint", "retina", "retinal", "iris", "palm", "facial", "dna"] }],
  shapes: [
    { name: "biometric", pattern: /(?:fingerprints?|voiceprints?|retinal? scan|iris scan|palm (?:vein|print)(?: scan)?|facial recognition(?: template)?|dna profile)(?:\s(?:scan|template|image|record|on file))?(?![a-z])/iy, points: 8 },
  ],
  cues: { words: ["for", "of", "on file", "his", "her", "patient"], before: 30, after: 30, points: 4 },
  weight: 30,
});
