/** Sets of ASCII characters that are asked at many places: a pattern tried at one character costs an engine without a compiler ten times a look into a table. */

/** By code, 1 for the characters from the first to the second of each pair in `ranges`, and for those in `chars`. Beyond ASCII there is nothing. */
export function charTable(ranges: string, chars: string): Uint8Array {
  const table = new Uint8Array(128);
  for (let k = 0; k < ranges.length; k += 2) table.fill(1, ranges.charCodeAt(k), ranges.charCodeAt(k + 1) + 1);
  for (let k = 0; k < chars.length; k++) table[chars.charCodeAt(k)] = 1;
  return table;
}
