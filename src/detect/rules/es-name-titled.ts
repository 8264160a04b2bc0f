/** A name behind a Spanish civil title: "la señora Quispe", "D.ª Pilar Ortuño", "don Blas". */
import { linkOf } from "../link.ts";
import { placeholderName } from "../names.ts";
import { isKnownName, spanishNameAt } from "../names-es.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { startOf, tokenAt } from "../scan.ts";
import type { Scan } from "../scan.ts";

/** "Don" and "Sr" are an English name and suffix as well: there an article must lead, or the small letter tell. */
const TITLE = /(?:[Ss]eñora?|SEÑORA?|[Ss]eñorita|[Ss]ra|SRA|[Ss]rta|[Dd]oña|DOÑA|[Dd]ña|D\.?ª|don|(?<=\b(?:el|al|del|El|AL|Al) )(?:[Ss]r|SR|Don)|(?<=\b(?:Sr|Sra)\. )D)\.? (?:(?:D\.ª?|Dña\.?|don|doña|Don|Doña) )?/y;

function titledAt(scan: Scan, token: number): Match | undefined {
  const start = startOf(scan, token);
  TITLE.lastIndex = start;
  const title = TITLE.exec(scan.text)?.[0];
  if (title === undefined) return undefined;
  const name = spanishNameAt(scan, tokenAt(scan, start + title.length));
  if (name === undefined || name.start !== start + title.length || !isKnownName(scan, name)) return undefined;
  const link = linkOf(scan, token, name.last, 50);
  return {
    start: name.start, end: name.end, shape: name.shape, points: name.points + 12 + link.points, weight: link.weight,
    ...(link.role === undefined ? {} : { role: link.role }), care: link.care ?? 0, evidence: [{ kind: "cue", cue: "tratamiento de cortesía", distance: 1 }, ...link.evidence],
  };
}

export const esNameTitled = defineRule({
  id: "es-name-titled",
  part: "A",
  title: { en: "Name behind a Spanish title", es: "Nombre tras un tratamiento de cortesía" },
  gates: [{ kind: "words", words: ["señor", "señora", "señorita", "sr", "sra", "srta", "don", "doña", "dña", "dª", "d"] }],
  find: titledAt,
  testValue: placeholderName,
  weight: 50,
});
