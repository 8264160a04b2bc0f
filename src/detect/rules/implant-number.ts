/** Serial number of an implant or pump without the word serial: two to four letters of the model and 5 to 9 digits, beside the word for the device. */
import { THING_CUES } from "../patterns.ts";
import { defineRule, span } from "../rule.ts";

export const implantNumber = defineRule({
  id: "implant-number",
  part: "M",
  title: { en: "Serial number of an implant", es: "Número de serie de un implante" },
  gates: [{ kind: "mixed", lengths: span(8, 13) }],
  shapes: [{ name: "letters-and-digits", pattern: /(?<![\w-])[A-Z]{2,4}\d{5,9}[A-Z]?(?![\w-])/y, points: -22 }],
  cues: {
    words: [
      "pacemaker", "defibrillator", "implant", "implanted", "icd", "crt d", "loop recorder", "neurostimulator", "stimulator", "insulin pump", "pain pump", "pump", "cochlear", "stent", "heart valve", "aortic valve",
      "knee", "hip", "prosthesis", "lvad", "hearing aid", "cpap", "explanted", "marcapasos", "implante",
    ],
    before: 45, after: 15, points: 30,
  },
  negativeCues: { words: [...THING_CUES, "recall", "recalled", "analyzer", "mrn", "member", "subscriber", "policy", "acct", "account", "claim", "case"], before: 30, after: 15, points: -30 },
  weight: 55,
});
