/** Makes found text safe to show: its shape without its letters and digits. Stricter than the pane: what a terminal shows ends up in logs and tickets. */

const LONGEST = 32;
const PUNCTUATION = new Set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

/** `MRN 00482913` -> `••• ••••••••`. Nothing can be read back, and no control character reaches the terminal. */
export function mask(text: string): string {
  const shape = Array.from(text, (char) => (/\s/.test(char) ? " " : PUNCTUATION.has(char) ? char : "•"));
  return shape.length > LONGEST ? `${shape.slice(0, LONGEST - 1).join("")}…` : shape.join("");
}

/** A file name for the terminal: escape sequences in it would be obeyed. */
export function printable(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, "?");
}
