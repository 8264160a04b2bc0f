/** Full-face photographs and comparable images, by the words that announce them. */
import { defineRule } from "../rule.ts";

export const photo = defineRule({
  id: "photo",
  part: "Q",
  title: { en: "Photograph of a person", es: "Fotografía de una persona" },
  gates: [{ kind: "words", words: ["full", "face", "photo", "photos", "picture", "pictures", "selfie", "photograph", "photographs", "headshot", "foto"] }],
  shapes: [
    { name: "full-face", pattern: /full[- ]face (?:photo(?:graph)?s?|pictures?|images?)/iy, points: 20 },
    { name: "wound-photo", pattern: /(?:photos?|pictures?|images?) of (?:mr|mrs|ms)\b/iy, points: 4 },
    { name: "photo-of", pattern: /(?:photo(?:graph)?s?|pictures?|selfies?|fotos?) (?:of|showing|de) (?:the |her |his |their |my |la |el )?(?:patient|pt|face|wound|rash|lesion|mole|scar|burn|ulcer|incision|paciente|herida)/iy, points: 10 },
  ],
  weight: 40,
});
