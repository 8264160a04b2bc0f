import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "Servicio: Urgencias.\nEpisodio: 00000000.", value: "00000000" },
  ],
  misses: [
    { text: "Episodio: 12 de la serie", why: "an episode of a show" },
    { text: "el estudio de 2024", why: "a study" },
  ],
};
