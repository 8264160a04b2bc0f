/** An image of a patient, as the reader of DICOM files names it: such a file is about one patient even where the name is left out (DICOM PS3.3 section C.7.1.1). */
import { defineRule } from "../rule.ts";

export const dicomStudy = defineRule({
  id: "dicom-study",
  part: "R",
  title: { en: "Medical image of a patient (DICOM)", es: "Imagen médica de un paciente (DICOM)" },
  gates: [{ kind: "words", words: ["medical"] }],
  // The line that `extract` writes over a file that does not call itself de-identified.
  shapes: [{ name: "image-of-patient", pattern: /medical image of a patient, modality ([A-Z]{2,16}(?:, study UID [\d.]{3,64}(?<!\.))?)(?![\w.])/iy, points: 30 }],
  weight: 90,
  role: "patient",
  care: 60,
});
