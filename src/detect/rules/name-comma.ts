/** "Lopez, Maria T.": how charts, rosters and subject lines write a name. */
import { SHORT_NOTE } from "../care-grammar.ts";
import { linkOf } from "../link.ts";
import { commaAt, placeholderName } from "../names.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import type { Scan } from "../scan.ts";

/** The surname first, and a sure health term beside it in a few lines: how slips and lists write of a patient. */
const BESIDE_TERM = 55;
const ON_A_SLIP = 70;

function found(scan: Scan, token: number): Match | undefined {
  const name = commaAt(scan, token);
  if (name === undefined) return undefined;
  const link = linkOf(scan, name.first, name.last, 30);
  const weight = scan.count <= SHORT_NOTE && link.role === undefined && link.weight >= BESIDE_TERM ? ON_A_SLIP : link.weight;
  return { start: name.start, end: name.end, shape: name.shape, points: name.points + link.points, weight, ...(link.role === undefined ? {} : { role: link.role }), care: link.care ?? 0, evidence: [{ kind: "list", list: "names" }, ...link.evidence] };
}

export const nameComma = defineRule({
  id: "name-comma",
  part: "A",
  title: { en: "Name, surname first", es: "Nombre, apellido primero" },
  gates: [{ kind: "capital", where: "comma" }],
  find: found,
  testValue: placeholderName,
  weight: 30,
});
