/** A clinician's name behind a Spanish title or a field of a report: "Médico: …", "Dra. …", "Remitido por: …", "Fdo.: …". */
import { isKnownName, spanishNameAt } from "../names-es.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { startOf, tokenAt } from "../scan.ts";
import type { Scan } from "../scan.ts";

const FIELD =
  /(?:m[eé]dic[oa](?: (?:responsable|tratante|de cabecera|de familia|peticionari[oa]|remitente|adjunt[oa]))?|facultativ[oa](?: responsable)?|responsable cl[ií]nic[oa]|enfermer[oa](?: responsable)?|cirujan[oa]|remitid[oa] por|firmado(?: por)?|fdo\.?|realizad[oa] por|informad[oa] por|dirigid[oa] a)\s?:\s{0,3}(?:dra?\.? ?)?/iy;
const TITLE = /(?:Dra?s?\.?|DRA?\.|[Dd]octora?|[Ee]nfermer[oa]|[Ll]ic\.|[Ff]isioterapeuta|[Mm]atrona) {0,2}/y;

function providerAt(scan: Scan, token: number): Match | undefined {
  const start = startOf(scan, token);
  FIELD.lastIndex = start;
  TITLE.lastIndex = start;
  const field = FIELD.exec(scan.text)?.[0];
  const lead = field ?? TITLE.exec(scan.text)?.[0];
  if (lead === undefined) return undefined;
  const name = spanishNameAt(scan, tokenAt(scan, start + lead.length));
  if (name === undefined || name.start !== start + lead.length || (field === undefined && !isKnownName(scan, name))) return undefined;
  return {
    start: name.start, end: name.end, shape: name.shape, points: name.points + 20, weight: 5, role: "provider",
    evidence: [{ kind: "cue", cue: field === undefined ? "título" : "campo de un informe", distance: 1 }, { kind: "role", why: "professional title" }],
  };
}

export const esProviderName = defineRule({
  id: "es-provider-name",
  part: "A",
  title: { en: "Clinician's name in Spanish", es: "Nombre de un profesional sanitario" },
  gates: [{
    kind: "words",
    words: ["médico", "médica", "facultativo", "facultativa", "responsable", "enfermero", "enfermera", "cirujano", "cirujana", "remitido", "remitida", "firmado", "fdo", "realizado", "realizada", "informado", "dirigido", "dr", "dra", "dres", "doctor", "doctora", "lic", "fisioterapeuta", "matrona"],
  }],
  find: providerAt,
  weight: 5,
  role: "provider",
});
