/** A hospital, clinic or health centre by its Spanish name: a weak place, and a sign of care. */
import { hasWord, wordsOf } from "../context.ts";
import { gapAfter } from "../gaps.ts";
import { isCapital } from "../names.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { endOf, hashOf, startOf, tokenAt } from "../scan.ts";
import type { Scan } from "../scan.ts";

const HEAD =
  /(?:Complejo Hospitalario|Hospital(?: (?:Cl[ií]nic[oa]?|General|Universitari[oa]|Regional|Comarcal|Provincial|Materno|Infantil|Civil|Militar|Psiquiátrico|Universitari)){0,3}|Centro (?:de Salud|Médico|Sanitario|de Especialidades)|C\.S\.|Clínica(?: Universitaria| Dental| Hospital)?|Sanatorio|Policlínic[oa]|Consultorio|Ambulatorio|Residencia)(?: (?:de la|de los|de las|del|de|la|el|i))? /y;

/** Words that end the name: the ward, the address, the next field. */
const ENDS = wordsOf("servicio,unidad,sección,departamento,c,calle,avda,av,avenida,paseo,plaza,ctra,carretera,tel,teléfono,tfno,email,e,correo,dr,dra,médico,planta");
const PARTICLES = wordsOf("de,del,la,las,los,el,y,i,san,santa");
const LONGEST = 7;

/** Last token of the proper name that begins at `first`; undefined where none does. */
function nameEnd(scan: Scan, first: number): number | undefined {
  let last: number | undefined;
  for (let t = first; t < first + LONGEST && t < scan.count && !hasWord(ENDS, hashOf(scan, t)); t++) {
    if (t > first && !/^(?: |-|\. )$/.test(gapAfter(scan, t - 1))) break;
    if (isCapital(scan, t)) last = t;
    else if (!hasWord(PARTICLES, hashOf(scan, t))) break;
  }
  return last;
}

function facilityAt(scan: Scan, token: number): Match | undefined {
  const start = startOf(scan, token);
  HEAD.lastIndex = start;
  const head = HEAD.exec(scan.text)?.[0];
  if (head === undefined) return undefined;
  const first = tokenAt(scan, start + head.length);
  const last = startOf(scan, first) === start + head.length ? nameEnd(scan, first) : undefined;
  const end = endOf(scan, last ?? first - 1);
  const kind = head.trim().split(" ").length;
  // "Hospital Parking" is English: one plain capital behind the bare word proves nothing unless an article or an accent does.
  if (last === undefined ? kind < 3 : kind < 2 && !isSpanish(scan, first, last)) return undefined;
  return { start, end, shape: "centro por su nombre", points: 14 };
}

function isSpanish(scan: Scan, first: number, last: number): boolean {
  if (/[áéíóúñ]/i.test(scan.text.slice(startOf(scan, first - 1), endOf(scan, last)))) return true;
  for (let t = first; t <= last; t++) if (hasWord(PARTICLES, hashOf(scan, t)) || hasWord(NAMES, hashOf(scan, t))) return true;
  return false;
}

/** What Spanish hospitals are called after. */
const NAMES = wordsOf("virgen,nuestra,cruz,infanta,reina,rey,central,nacional,marqués,severo,puerta,doce,sant,santo,son,gregorio,miguel");

export const esCareFacility = defineRule({
  id: "es-care-facility",
  part: "B",
  title: { en: "Hospital or clinic by its Spanish name", es: "Centro sanitario por su nombre" },
  gates: [{ kind: "words", words: ["complejo", "hospital", "centro", "clínica", "sanatorio", "policlínica", "policlínico", "consultorio", "ambulatorio", "residencia"] }],
  find: facilityAt,
  weight: 8,
  care: 15,
});
