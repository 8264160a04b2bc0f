/** Sets of ASCII characters that are asked at many places: a pattern tried at one character costs an engine without a compiler ten times a look into a table. */

const ASCII = String.fromCharCode(...Array.from({ length: 128 }, (_, code) => code));

/** By code, 1 for what a character class without brackets holds. Beyond ASCII there is nothing. */
export function charTable(inside: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const char of ASCII.match(new RegExp(`[${inside}]`, "g")) ?? []) table[char.charCodeAt(0)] = 1;
  return table;
}
