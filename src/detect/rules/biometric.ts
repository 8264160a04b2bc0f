/** Words for a biometric identifier; whose it is, the names beside it tell. */
import { defineRule } from "../rule.ts";

export const biometric = defineRule({
  id: "biometric",
  part: "P",
  title: { en: "Biometric identifier", es: "Identificador biométrico" },
  gates: [{ kind: "words", words: ["fingerprint", "fingerprints", "thumbprint", "footprint", "footprints", "voiceprint", "voiceprints", "voice", "retina", "retinal", "iris", "palm", "face", "faceprint", "facial", "hand", "finger", "biometric", "dna", "huella", "huellas"] }],
  shapes: [
    { name: "of-a-body", pattern: /(?:voiceprints?|voice[ _](?:print|biometrics?)|faceprint|face[ _]template|(?:retinal?|iris)[ _]scan|palm[ _](?:vein|print)(?: scan)?)(?:\s(?:template|image|record|on file))?(?![a-z])/iy, points: 14 },
    { name: "biometric", pattern: /(?:fingerprints?|thumbprints?|footprints?(?= of the (?:newborn|baby|infant))|finger scan|hand geometry|facial (?:recognition|geometry)(?: template)?|biometric (?:template|identifier|scan|record)s?|dna (?:profile|fingerprint)|huellas? (?:dactilar(?:es)?|digital(?:es)?))(?:\s(?:scan|template|image|record|on file))?(?![a-z])/iy, points: 8 },
  ],
  cues: { words: ["for", "of", "on file", "his", "her", "patient"], before: 30, after: 30, points: 4 },
  negativeCues: { words: ["key", "pgp", "gpg", "ssh", "rsa", "sha", "sha256", "md5", "os", "browser", "hash", "tls", "carbon"], before: 20, after: 20, points: -25 },
  weight: 30,
});
