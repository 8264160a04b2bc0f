/** One name, or a given name and an initial, where the sentence speaks of that person's care: "Bob's colonoscopy", "Kathy has asthma", "Richard K.". */
import { linkOf } from "../link.ts";
import { commaAt, givenInitialAt, pairAt, singleAt } from "../names.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { FLAG } from "../lexicon/index.ts";
import { flagsOf } from "../scan.ts";
import type { Scan } from "../scan.ts";

function found(scan: Scan, token: number): Match | undefined {
  const initial = givenInitialAt(scan, token);
  const name = initial ?? singleAt(scan, token);
  if (name === undefined || pairAt(scan, token) !== undefined || commaAt(scan, token) !== undefined) return undefined;
  const link = linkOf(scan, name.first, name.last, 0);
  if (link.role !== "patient" && !(initial !== undefined && link.weight >= 45)) return undefined;
  // A lone surname is as often the name of a thing or a place: it needs more than one word of care.
  const lone = initial === undefined && (flagsOf(scan, token) & FLAG.GIVEN) === 0;
  const weight = initial !== undefined ? link.weight : Math.min(link.weight, lone ? 45 : 65);
  return { start: name.start, end: name.end, shape: name.shape, points: name.points + link.points, weight, ...(link.role === undefined ? {} : { role: link.role }), evidence: [{ kind: "list", list: "names" }, ...link.evidence] };
}

export const nameCued = defineRule({
  id: "name-cued",
  part: "A",
  title: { en: "Name tied to someone's care", es: "Nombre ligado a la atención de alguien" },
  gates: [{ kind: "capital" }],
  find: found,
  weight: 50,
});
