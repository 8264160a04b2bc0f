/** A name behind a title. "Dr" and the like make it a provider's. */
import { linkOf } from "../link.ts";
import { gapAfter } from "../gaps.ts";
import { looseNameAt, placeholderName } from "../names.ts";
import type { NameSpan } from "../names.ts";
import { defineRule } from "../rule.ts";
import type { Match } from "../rule.ts";
import { endOf, flagsOf, hashOf, INFO, infoOf, startOf } from "../scan.ts";
import type { Scan } from "../scan.ts";
import { wordsOf } from "../context.ts";
import { FLAG } from "../lexicon/index.ts";

const CIVIL = wordsOf("mr,mrs,ms,miss,mx,señor,señora,sr,sra,srta");
const PROVIDER = wordsOf("dr,drs,doctor,prof,professor,nurse,dra");

/** "mr feldman" in a chat: without capitals only a listed surname that is no word. */
function smallNameAt(scan: Scan, token: number): NameSpan | undefined {
  if ((flagsOf(scan, token) & (FLAG.SURNAME | FLAG.COMMON | FLAG.TERM)) !== FLAG.SURNAME || (infoOf(scan, token) & INFO.UPPER) !== 0) return undefined;
  return { first: token, last: token, start: startOf(scan, token), end: endOf(scan, token), shape: "small-name", points: 10 };
}

function titledAt(scan: Scan, token: number): Match | undefined {
  const civil = CIVIL.words.has(hashOf(scan, token));
  if (!/^(?:\. ?| )$/.test(gapAfter(scan, token))) return undefined;
  const name = /^[A-ZÑ]/.test(scan.text.charAt(startOf(scan, token))) ? looseNameAt(scan, token + 1) : civil ? smallNameAt(scan, token + 1) : undefined;
  if (name === undefined) return undefined;
  const title = civil ? CIVIL.words.get(hashOf(scan, token)) : PROVIDER.words.get(hashOf(scan, token));
  const start = startOf(scan, token);
  const cue = { kind: "cue" as const, cue: title ?? "title", distance: name.start - endOf(scan, token) };
  if (!civil) return { start, end: name.end, shape: name.shape, points: name.points + 8, weight: 5, role: "provider", evidence: [cue, { kind: "role", why: "professional title" }] };
  const link = linkOf(scan, token, name.last, 50);
  return { start, end: name.end, shape: name.shape, points: name.points + 8 + link.points, weight: link.weight, ...(link.role === undefined ? {} : { role: link.role }), care: link.care ?? 0, evidence: [cue, ...link.evidence] };
}

export const nameTitled = defineRule({
  id: "name-titled",
  part: "A",
  title: { en: "Name with a title", es: "Nombre con tratamiento" },
  gates: [{ kind: "words", words: [...CIVIL.words.values(), ...PROVIDER.words.values()] }],
  find: titledAt,
  testValue: placeholderName,
  weight: 50,
});
