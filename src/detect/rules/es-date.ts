/** Dates in Spanish words: "14 de marzo", "marzo de 2015", "3 de abril del año 2001". Surer than a name, since "Abril" and "Julio" are names too. */
import { defineRule } from "../rule.ts";

const MONTHS = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre", "octubre", "noviembre", "diciembre"];
/** Short months that English does not share. */
const SHORT = ["ene", "abr", "ago", "dic"];
const MONTH = `(?:${MONTHS.join("|")}|(?:ene|abr|ago|dic)\\.?)`;
const DAY = "(?:0?[1-9]|[12]\\d|3[01]|1[ºo]|primero)";

export const esDate = defineRule({
  id: "es-date",
  part: "C",
  title: { en: "Date in Spanish words", es: "Fecha en letra" },
  gates: [{ kind: "words", words: [...MONTHS, ...SHORT, "primero"] }, { kind: "digits", lengths: [1, 2] }],
  shapes: [
    { name: "d de mes de año", pattern: new RegExp(`(?<![\\d.,/-])${DAY}(?: de |[ /-])${MONTH}(?:,? del? (?:a[ñn]o )?|[ ,/-]{1,2})(?:(?:19|20)\\d\\d|\\d\\d)(?![\\d.])`, "iy"), points: 22 },
    { name: "d de mes", pattern: new RegExp(`(?<![\\d.,/-])${DAY} de ${MONTH}(?![a-zñ])`, "iy"), points: 16 },
    { name: "mes de año", pattern: new RegExp(`(?<![a-zñ])${MONTH}(?:,? del? (?:a[ñn]o )?|[ /-])(?:19|20)\\d\\d(?!\\d)`, "iy"), points: 16 },
    { name: "mes-aa", pattern: new RegExp(`(?<![a-zñ])(?:${MONTHS.join("|")})[-/]'?\\d\\d(?![\\d-])`, "iy"), points: 10 },
  ],
  cues: {
    words: ["ingreso", "ingresó", "alta", "cita", "consulta", "operado", "operada", "operación", "cirugía", "intervenido", "intervenida", "diagnosticado", "diagnosticada", "falleció", "visto", "vista", "acudió", "fecha", "desde", "biopsia", "parto"],
    before: 40, after: 12, points: 6,
  },
  negativeCues: { words: ["factura", "reunión", "versión", "vuelo", "plazo"], before: 25, after: 0, points: -12 },
  weight: 13,
});
