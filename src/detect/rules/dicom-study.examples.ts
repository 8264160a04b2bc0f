import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    // 2.999 is the arc that ITU-T X.660 keeps for examples.
    { text: "Medical image of a patient, modality CT, study UID 2.999.1.4.3000.20240101.77", value: "CT, study UID 2.999.1.4.3000.20240101.77" },
    { text: "Medical image of a patient, modality MR", value: "MR" },
  ],
  misses: [{ text: "De-identified image, modality CT, study UID 2.999.1.4.3000.20240101.77", why: "the file says that no patient can be told" }],
};
