/** Numbers that each have a small value, as text: how the tagger's tables are packed. */
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** A distance between two numbers takes one digit; each of these before it adds all that one digit can tell. */
const CARRY = "~";
/** Ends the distances. */
const BREAK = " ";
const CARRY_CODE = CARRY.charCodeAt(0);

/** Values are from `-zero` to `63 - zero`. All distances stand before all values: gzip packs two texts of one kind each 5 % smaller than both in turn. */
export function packPairs(pairs: ReadonlyMap<number, number>, zero: number): string {
  let distances = "";
  let values = "";
  let before = -1;
  for (const [number, value] of [...pairs].sort(([a], [b]) => a - b)) {
    const step = number - before - 1;
    distances += CARRY.repeat(Math.floor(step / DIGITS.length)) + DIGITS.charAt(step % DIGITS.length);
    values += DIGITS.charAt(value + zero);
    before = number;
  }
  return `${distances}${BREAK}${values}`;
}

/** The value of each number below 2 to the power of `bits`; 0 for those that are not in the text. */
export function unpackPairs(text: string, zero: number, bits: number): Int8Array {
  const digits = new Uint8Array(128);
  for (let k = 0; k < DIGITS.length; k++) digits[DIGITS.charCodeAt(k)] = k;
  const values = new Int8Array(1 << bits);
  const end = text.indexOf(BREAK);
  let number = -1;
  for (let at = 0, value = end + 1; at < end; at++, value++) {
    let code = text.charCodeAt(at);
    for (; code === CARRY_CODE; code = text.charCodeAt(++at)) number += DIGITS.length;
    number += (digits[code] as number) + 1;
    values[number] = (digits[text.charCodeAt(value)] as number) - zero;
  }
  return values;
}
