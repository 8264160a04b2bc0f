/** Sets of ASCII characters that are asked at many places: a pattern tried at one character costs an engine without a compiler ten times a look into a table. */

/** By code, 1 for what a character class without brackets holds. Beyond ASCII there is nothing. */
export function charTable(inside: string): Uint8Array {
  const one = new RegExp(`[${inside}]`);
  return Uint8Array.from({ length: 128 }, (_, code) => (one.test(String.fromCharCode(code)) ? 1 : 0));
}
