/** A listed given name and a surname. 84 % of business mails hold a capitalised pair, so the pair alone weighs next to nothing. */
import { linkOf } from "../link.ts";
import { pairAt, placeholderName } from "../names.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import type { Scan } from "../scan.ts";

function found(scan: Scan, token: number): Match | undefined {
  const name = pairAt(scan, token);
  if (name === undefined) return undefined;
  const link = linkOf(scan, name.first, name.last, 15);
  return { start: name.start, end: name.end, shape: name.shape, points: name.points + link.points, weight: link.weight, ...(link.role === undefined ? {} : { role: link.role }), care: link.care ?? 0, evidence: [{ kind: "list", list: "names" }, ...link.evidence] };
}

export const namePair = defineRule({
  id: "name-pair",
  part: "A",
  title: { en: "Given name and surname", es: "Nombre y apellido" },
  gates: [{ kind: "capital", where: "pair" }],
  find: found,
  testValue: placeholderName,
  weight: 15,
});
