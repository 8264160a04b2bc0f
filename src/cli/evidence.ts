/** Why a finding counts, in words. */
import type { Evidence } from "../contract/index.ts";

type Words = { readonly [Kind in Evidence["kind"]]: (evidence: Extract<Evidence, { readonly kind: Kind }>) => string };

function away(distance: number): string {
  return distance === 0 ? "right beside it" : `${distance} ${distance === 1 ? "character" : "characters"} away`;
}

const WORDS: Words = {
  shape: ({ name }) => `has the shape "${name}"`,
  checksum: ({ name }) => `its check digits are right (${name})`,
  cue: ({ cue, distance }) => `"${cue}" stands ${away(distance)}`,
  "negative-cue": ({ cue, distance }) => `against it: "${cue}" stands ${away(distance)}`,
  list: ({ list }) => `is on the list "${list}"`,
  structure: ({ name }) => `its place says so (${name})`,
  health: ({ ruleId, distance }) => `health words (${ruleId}) stand ${away(distance)}`,
  role: ({ why }) => `whose it is: ${why}`,
  "test-value": ({ name }) => `against it: a published test value (${name})`,
};

/** One phrase, without a word of the message: cues are words of our own lists. */
export function inWords<Kind extends Evidence["kind"]>(evidence: Extract<Evidence, { readonly kind: Kind }>): string {
  return (WORDS[evidence.kind as Kind] as (evidence: Extract<Evidence, { readonly kind: Kind }>) => string)(evidence);
}
