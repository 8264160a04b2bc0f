/** Regular English inflections, so that the lists need to name each word once. */

export type Forms = "none" | "noun" | "verb" | "adjective";

/** The forms to pack for one word or phrase, itself first. In a phrase the last word is inflected. */
export function inflect(entry: string, forms: Forms): string[] {
  const cut = entry.lastIndexOf(" ") + 1;
  const head = entry.slice(0, cut);
  return [entry, ...endings(entry.slice(cut), forms).map((word) => head + word)];
}

function endings(word: string, forms: Forms): string[] {
  switch (forms) {
    case "none": return [];
    case "noun": return [plural(word)];
    case "verb": return [plural(word), past(word), gerund(word)];
    case "adjective": return [adverb(word)];
  }
}

function plural(word: string): string {
  if (/(?:[osae]s|y|x)is$/.test(word)) return `${word.slice(0, -2)}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:[sxz]|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** A short stem of consonant, vowel, consonant doubles its last letter: plan, planned. */
function doubled(word: string): string {
  return /^[^aeiou]*[aeiou][bdgk-nprt]$/.test(word) ? word + word.slice(-1) : word;
}

function past(word: string): string {
  if (word.endsWith("e")) return `${word}d`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${doubled(word)}ed`;
}

function gerund(word: string): string {
  return /[^eoy]e$/.test(word) ? `${word.slice(0, -1)}ing` : `${doubled(word)}ing`;
}

function adverb(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ily`;
  if (word.endsWith("ic")) return `${word}ally`;
  return word.endsWith("le") ? `${word.slice(0, -1)}y` : `${word}ly`;
}
