/** Number of an episode, request, sample or page of care in Spanish. Words must lead to it. */
import { defineRule } from "../rule.ts";

export const esEpisode = defineRule({
  id: "es-episode",
  part: "R",
  title: { en: "Number of an episode of care in Spanish", es: "Número de episodio, petición o muestra" },
  gates: [{ kind: "words", words: ["episodio", "petición", "muestra", "biopsia", "estudio", "n", "nº", "núm", "número"] }],
  shapes: [{
    name: "episode-cued",
    pattern: /(?:(?:n[ºo°]?\.? ?|n[uú]m(?:ero)?\.? )(?:de )?)?(?:episodio|petici[oó]n|muestra|biopsia|estudio)(?: (?:asistencial|cl[ií]nico|anal[ií]tica))?(?: ?(?:n[ºo°]\.?|n[uú]m(?:ero)?\.?|[:=#])){1,3} {0,3}((?:[A-Z]{1,3}[-/]?)?\d[\dA-Z]*(?:[/-]\d+){0,2})(?![\w/])/iy,
    points: 16,
  }],
  checks: [{ name: "at least four digits", kind: "list", test: (value) => value.replace(/\D/g, "").length >= 4, points: 0, required: true }],
  cues: { words: ["paciente", "urgencias", "servicio", "hospital", "laboratorio", "ingreso", "médico"], before: 60, after: 30, points: 8 },
  weight: 50,
});
