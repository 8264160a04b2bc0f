/** Full-face photographs and comparable images, by the words that announce them: of a person, or of a part of the body that is treated. */
import { defineRule } from "../rule.ts";

const WHO_OR_WHAT =
  "patient|pt|resident|face|faces|wounds?|rash(?:es)?|lesions?|moles?|scars?|burns?|ulcers?|incisions?|sutures|stitches|bruis(?:es|ing)|blisters?|hives|swelling|stoma|stump|bite|injur(?:y|ies)|" +
  "foot|feet|toes?|toenails?|ankle|knee|leg|thigh|hand|finger|wrist|arm|elbow|shoulder|back|chest|breasts?|abdomen|belly|eyes?|eyelid|ear|nose|mouth|throat|tongue|tooth|teeth|gums|scalp|skin|neck|groin|genitals|buttocks?|paciente|herida|pie|cara";

export const photo = defineRule({
  id: "photo",
  part: "Q",
  title: { en: "Photograph of a person", es: "Fotografía de una persona" },
  gates: [{ kind: "words", words: ["full", "face", "photo", "photos", "picture", "pictures", "selfie", "photograph", "photographs", "headshot", "headshots", "pic", "pics", "image", "images", "foto", "fotos", "before"] }],
  shapes: [
    { name: "full-face", pattern: /full[- ]face (?:photo(?:graph)?s?|pictures?|images?|shots?)/iy, points: 20 },
    { name: "facial", pattern: /(?:face|facial) (?:photo(?:graph)?s?|pictures?|images)(?![a-z])/iy, points: 8 },
    { name: "titled", pattern: /(?:photo(?:graph)?s?|pictures?|pics?|images?) of (?:mr|mrs|ms|miss)(?![a-z])/iy, points: 4 },
    {
      name: "photo-of",
      pattern: new RegExp(
        `(?:photo(?:graph)?s?|pictures?|pics?|selfies?|fotos?) (?:of|showing|de) (?:(?:the|her|his|their|my|our|la|el|su) )?(?:patient'?s? |pt'?s? |(?:left|right|swollen|infected|surgical|burned|bruised) ){0,2}(?:${WHO_OR_WHAT})(?![a-z])`, "iy",
      ),
      points: 10,
    },
    { name: "patient-photo", pattern: /(?:photo(?:graph)?|picture|headshot) (?:id )?(?:of|for) (?:the |this |our )?(?:patient|resident|pt|paciente)(?![a-z])/iy, points: 12 },
    { name: "before-and-after", pattern: /before[ -](?:and|&)[ -]after (?:photo(?:graph)?s?|pictures?|pics|images)(?![a-z])/iy, points: 4 },
  ],
  weight: 40,
});
