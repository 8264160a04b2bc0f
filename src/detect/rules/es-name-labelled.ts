/** A name behind a Spanish label or behind the word for a patient or a relative: "Apellidos: …", "la paciente Ana Ruiz", "mi hijo Mateo". */
import { placeholderName } from "../names.ts";
import { isKnownName, spanishNameAt } from "../names-es.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { endOf, startOf, tokenAt } from "../scan.ts";
import type { Scan } from "../scan.ts";

const TITLE = "(?:(?:don|doña|d\\.|dña\\.?|d\\.ª|dª|sra?\\.?|srta\\.?|señora?|señorita) )?";
/** With a colon: a field of a form. */
const FORM =
  /(?:nombres?(?: (?:y apellidos?|completos?|del? (?:la |el )?(?:paciente|menor|niñ[oa]|asegurad[oa]|beneficiari[oa]|titular)))?|(?:primer |segundo )?apellidos?(?: (?:paterno|materno|y nombres?))?|asegurad[oa]|beneficiari[oa]|derechohabiente)\s?:\s{0,3}/iy;
/** With or without one: the patient. */
const PATIENT = new RegExp(
  `(?:paciente|pcte\\.?|pte\\.?|menor|lactante|asegurad[oa]|derechohabiente|gestante)(?: es| llamad[oa]| de nombre)?(?:\\s?:\\s{0,3}|, | )${TITLE}`, "iy",
);
const RELATIVE = new RegExp(
  `(?:mi|su|tu|nuestr[oa]) (?:hij[oa]|madre|padre|mamá|papá|espos[oa]|marido|mujer|herman[oa]|abuel[oa]|niet[oa]|sobrin[oa]|suegr[oa]|beb[eé]|niñ[oa]|tí[oa]|prim[oa])(?:\\s?:\\s?|, | )${TITLE}`, "iy",
);

const LEADS = [
  { name: "form", pattern: FORM, weight: 60, role: undefined, listed: false, points: 22 },
  { name: "patient", pattern: PATIENT, weight: 80, role: "patient", listed: true, points: 20 },
  { name: "relative", pattern: RELATIVE, weight: 70, role: "patient", listed: true, points: 19 },
] as const;

function labelledAt(scan: Scan, token: number): Match | undefined {
  const from = startOf(scan, token);
  for (const { name: kind, pattern, weight, role, listed, points } of LEADS) {
    pattern.lastIndex = from;
    const lead = pattern.exec(scan.text)?.[0];
    if (lead === undefined) continue;
    const at = tokenAt(scan, from + lead.length);
    const name = spanishNameAt(scan, at, kind === "form");
    if (name === undefined || name.start !== from + lead.length || (listed && !lead.includes(":") && !isKnownName(scan, name))) continue;
    return {
      start: name.start, end: name.end, shape: name.shape, points: name.points + points, weight, ...(role === undefined ? {} : { role }),
      evidence: [{ kind: "cue", cue: kind === "form" ? "campo de un formulario" : kind === "patient" ? "paciente" : "familiar", distance: name.start - endOf(scan, token) }],
    };
  }
  return undefined;
}

export const esNameLabelled = defineRule({
  id: "es-name-labelled",
  part: "A",
  title: { en: "Name behind a Spanish label", es: "Nombre tras una etiqueta en español" },
  gates: [{
    kind: "words",
    words: ["nombre", "nombres", "apellido", "apellidos", "primer", "segundo", "asegurado", "asegurada", "beneficiario", "beneficiaria", "derechohabiente", "paciente", "pcte", "pte", "menor", "lactante", "gestante", "mi", "su", "tu", "nuestro", "nuestra"],
  }],
  find: labelledAt,
  testValue: placeholderName,
  weight: 60,
});
