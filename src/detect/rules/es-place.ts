/** Town or province of a person, behind the Spanish words for where someone lives or comes from. */
import { spanishNameAt } from "../names-es.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { endOf, startOf, tokenAt } from "../scan.ts";
import type { Scan } from "../scan.ts";

const FIELD = /(?:localidad(?: ?[/y-] ?provincia)?|provincia|municipio|poblaci[oó]n|ciudad|lugar de nacimiento|lugar de residencia|delegaci[oó]n|entidad federativa|natural de|procedencia)\s?:\s{0,3}/iy;
const PROSE = /(?:natural de|vecin[oa] de|reside(?:nte)? (?:en|de)|vive (?:sol[oa] )?en|domiciliad[oa] en|nacid[oa] en|originari[oa] de|procedente de|empadronad[oa] en) (?=[A-ZÁÉÍÓÚÑ])/y;
const MORE = /^(?:, ?| ?\(| ?[/-] ?)$/;

function placeAt(scan: Scan, token: number): Match | undefined {
  const from = startOf(scan, token);
  FIELD.lastIndex = from;
  PROSE.lastIndex = from;
  const field = FIELD.exec(scan.text)?.[0];
  const lead = field ?? PROSE.exec(scan.text)?.[0];
  if (lead === undefined) return undefined;
  const at = tokenAt(scan, from + lead.length);
  const place = spanishNameAt(scan, at);
  if (place === undefined || place.start !== from + lead.length) return undefined;
  const next = spanishNameAt(scan, place.last + 1);
  const both = next !== undefined && MORE.test(scan.text.slice(place.end, next.start));
  return {
    start: place.start, end: both ? endOf(scan, next.last) : place.end, shape: field === undefined ? "lugar en la frase" : "campo de un formulario",
    points: field === undefined ? 12 : 20, evidence: [{ kind: "cue", cue: "localidad", distance: 1 }],
  };
}

export const esPlace = defineRule({
  id: "es-place",
  part: "B",
  title: { en: "Town of residence or birth in Spanish", es: "Localidad de residencia o nacimiento" },
  gates: [{
    kind: "words",
    words: [
      "localidad", "provincia", "municipio", "población", "ciudad", "lugar", "delegación", "entidad", "natural", "procedencia", "vecino", "vecina", "reside", "residente", "vive", "domiciliado", "domiciliada",
      "nacido", "nacida", "originario", "originaria", "procedente", "empadronado", "empadronada",
    ],
  }],
  find: placeAt,
  weight: 25,
});
