/** Licence number of a clinician, given out by a state board and public: behind a clinician's title, it is a provider's and no patient's. */
import { defineRule } from "../rule.ts";

const TITLES =
  "medical|nursing|nurse|physician|dental|pharmacist|pharmacy|psychologist|prescriber|provider|md|m\\.d\\.|d\\.o\\.|rn|lpn|lvn|np|aprn|crna|pa(?:-c)?|dds|dmd|rph|pharmd|lcsw|lmft|lpc|psyd|slp|dpm";

/** First words of the titles. */
const WORDS =
  "medical nursing nurse physician dental pharmacist pharmacy psychologist prescriber provider md m d rn lpn lvn np aprn crna pa dds dmd rph pharmd lcsw lmft lpc psyd slp dpm".split(" ");

export const providerLicense = defineRule({
  id: "provider-license",
  part: "K",
  title: { en: "Licence number of a clinician", es: "Número de licencia de un profesional sanitario" },
  gates: [{ kind: "words", words: WORDS }],
  shapes: [{
    name: "title-licence",
    pattern: new RegExp(`(?:${TITLES})(?:,? |: |_)(?:[A-Z]{2} |state )?lic(?:en[cs]e)?\\.?["']?(?: ?(?:no\\.?|num(?:ber)?|#)){0,2}(?: ?(?:is|[:=#-])){0,2} {0,2}["']?((?:[A-Z]{2}-){0,2}(?:[A-Z]{1,4}[-. ]?)?\\d[\\dA-Z-]{3,11}(?<!-))(?![\\w/])`, "iy"),
    points: 30,
  }],
  weight: 5,
  role: "provider",
});
