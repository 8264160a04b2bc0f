/** Turns of phrase that only care uses in Spanish, where no single word would do. */
import { defineRule } from "../rule.ts";

export const esCarePhrase = defineRule({
  id: "es-care-phrase",
  part: "health",
  title: { en: "Phrase of care in Spanish", es: "Expresión asistencial en español" },
  gates: [{ kind: "words", words: ["resultado", "prueba", "pruebas", "dio", "dieron", "salió", "ingresó", "ingresaron", "ingresado", "ingresada", "se", "le", "les", "lo", "la", "citado", "citada", "pendiente", "seguimiento"] }],
  shapes: [
    { name: "resultado", pattern: /(?:resultado|pruebas?|dio|dieron|sali[oó])(?: (?:ha )?(?:salido|dado|fue|es))? (?:positiv[oa]|negativ[oa]|alterad[oa])s?(?: (?:en|a|para|por|de)(?: el| la)?)?(?= (?:covid|coronavirus|vih|gripe|embarazo|tuberculosis|estreptococo|s[ií]filis|hepatitis))/iy, points: 14 },
    { name: "ingreso", pattern: /ingres(?:[oó]|ad[oa]|aron) (?:anoche |ayer |hoy )?(?:en (?:el |la )?(?:hospital|uci|planta|observaci[oó]n|unidad)|por|con)(?=[ .,])/iy, points: 4 },
    { name: "se le", pattern: /(?:se )?l(?:es?|[oa]) (?:diagnosticaron|diagnostic[oó]|operaron|oper[oó]|operan|operamos|intervinieron|recetaron|recet[oó]|detectaron|extirparon|ingresaron|hicieron una|intubaron|trasladaron al hospital)(?![a-záéíóú])/iy, points: 8 },
    { name: "pendiente de prueba", pattern: /(?:pendiente|citad[oa]|seguimiento) (?:de|para|por|en)(?= (?:la |el |su )?(?:biopsia|resonancia|ecograf[ií]a|anal[ií]tica|colonoscopia|mamograf[ií]a|cirug[ií]a|consulta|urolog[ií]a|cardiolog[ií]a|oncolog[ií]a|neurolog[ií]a))/iy, points: 8 },
  ],
  weight: 50,
});
