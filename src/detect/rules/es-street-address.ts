/** Street address of Spain or Latin America: kind of road, its name, number, floor and door; or whatever stands behind "Domicilio:". */
import { defineRule } from "../rule.ts";

/** Kinds of road that no English text has. */
const ROAD =
  "(?:c\\/\\.? ?(?=(?:de |del |la |las |los |san |santa )?[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{2})|calle|carrer(?: de| del)?|av(?:da|d)?[./,]?|avenida|avinguda|paseo|pso\\.?|passeig|camino|carretera|ctra\\.?|ronda|rda\\.?|traves[ií]a|glorieta|urbanizaci[oó]n|urb\\.|barriada|callej[oó]n|calzada|pasaje|costanilla|pol[ií]gono|colonia|prolongaci[oó]n|rúa|r\\/)";
const MAYBE_ROAD = "(?:plaza|plaça|pza\\.?|pz\\.?|pl\\.|p[ºo°]\\.?|bulevar|blvd\\.?|rambla|cuesta|alameda|privada)";
const WORD = "(?:(?!Suite|Hotel|Level|Floor|Building|Room|Tower|Drive|Street)[A-ZÁÉÍÓÚÑÜ][\\wÁÉÍÓÚÑÜáéíóúñüºª'.-]{0,20}|\\d{1,2} de|de|del|la|las|los|el|y|i|[IVXL]{1,5})";
const NUMBER = "(?:n[ºo°]\\.? ?|n[uú]m\\.? ?|#|km\\.? ?)?(?:\\d{1,4}(?:[-,]\\d{1,3})?(?: ?[A-Z](?![\\wáéíóú]))?|s ?\\/? ?n(?![\\wáéíóú])\\.?)";
const FLOOR =
  "(?:[,.]? {0,2}-? ?(?:\\d{1,2} ?[ºª°o]?(?: ?[A-Z](?![\\wáéíóú]))?(?![\\d\\wáéíóú])|[A-Z](?![\\wáéíóú.])|(?:bajo|ático|entlo|pral|esc(?:alera)?|piso|planta|pta|puerta|portal|bloque|bl|int(?:erior)?|ext|dpto|depto|izqd?a?|izquierda|dcha|der(?:echa)?)\\.?(?: ?[A-Z\\d]{1,3}(?![\\wáéíóú])[ºª]?)?)){0,4}";

function anyCase(source: string): string {
  return source.replace(/\[[^\]]{1,40}\]|[a-zñíóúç]/g, (c) => (c.length > 1 ? c : `[${c.toUpperCase()}${c}]`));
}

/** "AV de 0,6" is acuity of vision: a street has a name with a capital. */
const NAMED = "(?=(?:(?:de|del|la|las|los|el|y|i) {1,2}){0,3}(?:[A-ZÁÉÍÓÚÑÜ]|\\d{1,2} de [A-ZÁÉÍÓÚÑÜ]))";

function street(road: string): RegExp {
  return new RegExp(`${anyCase(road)} {0,2}${NAMED}(?:${WORD}(?:,? {1,2}|,)){1,7}?${NUMBER}(?!\\d)${FLOOR}`, "y");
}

export const esStreetAddress = defineRule({
  id: "es-street-address",
  part: "B",
  title: { en: "Street address in Spanish", es: "Domicilio" },
  gates: [{
    kind: "words",
    words: [
      "domicilio", "dirección", "c", "calle", "carrer", "av", "avd", "avda", "avenida", "avinguda", "plaza", "plaça", "pza", "pz", "pl", "paseo", "pso", "passeig", "p", "camino", "carretera", "ctra", "ronda", "rda", "travesía", "glorieta",
      "urbanización", "urb", "barriada", "callejón", "calzada", "bulevar", "blvd", "rambla", "pasaje", "cuesta", "costanilla", "alameda", "polígono", "colonia", "prolongación", "privada", "rúa", "r",
    ],
  }],
  shapes: [
    {
      name: "domicilio",
      pattern: /(?:domicilio|direcci[oó]n)(?: (?:particular|postal|habitual|del paciente|actual))?\s?:\s{0,3}([A-ZÁÉÍÓÚÑ\d](?:[^\n;.]|\.(?! {0,40}(?:\n|$|CP|Tel|Localidad|Población|NASS|País))){4,90})/iy,
      points: 20,
    },
    { name: "calle", pattern: street(ROAD), points: 28 },
    { name: "plaza", pattern: street(MAYBE_ROAD), points: 12 },
  ],
  checks: [{ name: "not a web or mail address", kind: "list", test: (value) => !/@|www\.|https?:/i.test(value), points: 0, required: true }],
  cues: { words: ["domicilio", "vive en", "reside en", "residente en", "dirección", "su casa"], before: 40, after: 0, points: 12 },
  negativeCues: { words: ["sede", "oficina", "oficinas", "hotel", "restaurante", "empresa", "almacén", "entrega"], before: 30, after: 0, points: -8 },
  weight: 45,
});
