/** MEDDOCAN: which of its labels are identifiers in the sense of Safe Harbor, and whose. */
import type { JudgedRow } from "./measure.ts";
import { isCovered } from "./spans.ts";

/** Ages up to 89, sex, country, occupation and kinship words identify no one under 45 CFR 164.514(b)(2). */
const PATIENT_TYPES = new Set([
  "NOMBRE_SUJETO_ASISTENCIA", "ID_SUJETO_ASISTENCIA", "CALLE", "TERRITORIO", "FECHAS", "ID_ASEGURAMIENTO", "NUMERO_TELEFONO", "NUMERO_FAX",
  "ID_CONTACTO_ASISTENCIAL", "HOSPITAL", "CENTRO_SALUD",
]);
/** In these records they are the reporting physician's. */
const STAFF_TYPES = new Set(["NOMBRE_PERSONAL_SANITARIO", "ID_TITULACION_PERSONAL_SANITARIO", "ID_EMPLEO_PERSONAL_SANITARIO", "CORREO_ELECTRONICO"]);

export const SPANISH = { labels: 0, found: 1, staffLabels: 2, staffFound: 3 } as const;

/** Counts one record: labels of the patient's side and of staff, and how many of each are covered by any identifier. */
export function tallySpanish({ row, found }: JudgedRow): Float64Array {
  const tally = new Float64Array(4);
  for (const label of row.labels) {
    const at = PATIENT_TYPES.has(label.type) ? SPANISH.labels : STAFF_TYPES.has(label.type) ? SPANISH.staffLabels : undefined;
    if (at === undefined) continue;
    tally[at] = (tally[at] ?? 0) + 1;
    if (isCovered(label, found)) tally[at + 1] = (tally[at + 1] ?? 0) + 1;
  }
  return tally;
}
