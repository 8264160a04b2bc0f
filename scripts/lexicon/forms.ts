/** Regular inflections of English, and the Spanish plural, so that the lists need to name each word once. */

export const FORMS = ["none", "noun", "verb", "adjective", "es-noun"] as const;
export type Forms = (typeof FORMS)[number];

/** The forms to pack for one word or phrase, itself first. In an English phrase the last word is inflected. */
export function inflect(entry: string, forms: Forms): string[] {
  if (forms === "es-noun") return [entry, spanishPlural(entry)];
  const cut = entry.lastIndexOf(" ") + 1;
  const head = entry.slice(0, cut);
  return [entry, ...endings(entry.slice(cut), forms).map((word) => head + word)];
}

/** Of a Spanish phrase, the words before the first preposition agree: "fracturas de cadera", "infecciones urinarias". */
function spanishPlural(entry: string): string {
  const words = entry.split(" ");
  const preposition = words.findIndex((word) => /^(?:de|del|por|con|en|a)$/.test(word));
  return words.map((word, index) => (preposition >= 0 && index >= preposition ? word : pluralOf(word))).join(" ");
}

function pluralOf(word: string): string {
  if (/[aeiouáéó]$/.test(word)) return `${word}s`;
  if (/[sx]$/.test(word)) return word;
  if (word.endsWith("z")) return `${word.slice(0, -1)}ces`;
  return `${word}es`;
}

function endings(word: string, forms: Exclude<Forms, "es-noun">): string[] {
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
