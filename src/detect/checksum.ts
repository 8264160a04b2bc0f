/** Check digits of the identifiers' issuing authorities. Each function takes the value as written and ignores separators. */

function digitsOf(value: string): string {
  return value.replace(/\D/g, "");
}

/** Luhn, modulus 10 double-add-double (ISO/IEC 7812-1 annex B). */
export function luhn(value: string): boolean {
  const digits = digitsOf(value);
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    if (i % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return digits.length > 1 && sum % 10 === 0;
}

/** NPI: Luhn over the card issuer prefix 80840 and the number (45 CFR 162.406; CMS NPI check digit note). */
export function npiCheck(value: string): boolean {
  const digits = digitsOf(value);
  return digits.length === 10 && /^[12]/.test(digits) && luhn(`80840${digits}`);
}

/** DEA registration number: (d1+d3+d5) + 2(d2+d4+d6) ends in d7. */
export function deaCheck(value: string): boolean {
  const d = [...digitsOf(value)].map(Number);
  if (d.length < 7) return false;
  const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0, check = 0] = d.slice(-7);
  return (a + c + f + 2 * (b + e + g)) % 10 === check;
}

/** SSN ranges never issued: area 000, 666, 9xx; group 00; serial 0000 (SSA, randomisation of 2011). */
export function ssnRanges(value: string): boolean {
  const d = digitsOf(value);
  if (d.length !== 9 || /^(\d)\1+$/.test(d)) return false;
  const area = d.slice(0, 3);
  return area !== "000" && area !== "666" && area < "900" && d.slice(3, 5) !== "00" && d.slice(5) !== "0000";
}

/** ITIN groups in use: 50-65, 70-88, 90-92, 94-99 (IRS). */
export function itinRanges(value: string): boolean {
  const d = digitsOf(value);
  const group = Number(d.slice(3, 5));
  return d.length === 9 && d.startsWith("9") &&
    ((group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group <= 92) || group >= 94);
}

const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const VIN_LETTERS: Readonly<Record<string, number>> = {
  A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9, S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9,
};

/** Check digit in position 9 of a vehicle identification number (49 CFR 565.15). All ones passes the sum and is no VIN. */
export function vinCheck(value: string): boolean {
  const vin = value.toUpperCase();
  if (vin.length !== 17 || !/[A-Z]/.test(vin) || vin.replace(/\D/g, "").length < 5) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const char = vin.charAt(i);
    const digit = char >= "0" && char <= "9" ? Number(char) : VIN_LETTERS[char];
    if (digit === undefined) return false;
    sum += digit * (VIN_WEIGHTS[i] ?? 0);
  }
  const check = sum % 11;
  return vin.charAt(8) === (check === 10 ? "X" : String(check));
}

/** Modulus 10 of a GTIN, weights 3 and 1 from the right (GS1 General Specifications 7.9). */
export function gtinCheck(value: string): boolean {
  const digits = digitsOf(value);
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    sum += i % 2 === 0 ? digit : digit * 3;
  }
  return digits.length > 7 && sum % 10 === 0;
}

/** ABA routing number: prefix in use and 3-7-1 weights. */
export function abaCheck(value: string): boolean {
  const d = digitsOf(value);
  if (d.length !== 9) return false;
  const prefix = Number(d.slice(0, 2));
  if (!(prefix <= 12 || (prefix >= 21 && prefix <= 32) || (prefix >= 61 && prefix <= 72) || prefix === 80)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += (d.charCodeAt(i) - 48) * [3, 7, 1][i % 3]!; // eslint-disable-line @typescript-eslint/no-non-null-assertion
  return sum > 0 && sum % 10 === 0;
}

/** Maestro outside the block 67 (Mastercard's account ranges). */
const MAESTRO = new Set([5018, 5020, 5038, 5893, 6304]);

/** Issuer ranges and lengths of payment cards (the schemes' own: Visa, Mastercard, Maestro, Discover, UnionPay, JCB, American Express, Diners Club), and Luhn; one repeated digit is no card. */
export function cardCheck(value: string): boolean {
  const d = digitsOf(value);
  if (/^(\d)\1+$/.test(d)) return false;
  const two = Number(d.slice(0, 2));
  const four = Number(d.slice(0, 4));
  const { length } = d;
  const long = length >= 16 && length <= 19;
  const known =
    (two >= 40 && two <= 49 && (length === 13 || length === 16 || length === 19)) ||
    (length === 16 && ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720))) ||
    (long && (four === 6011 || two === 65 || (four >= 6440 && four <= 6499) || two === 62 || two === 81 || two === 35)) ||
    (length >= 13 && length <= 19 && (two === 67 || MAESTRO.has(four))) ||
    (length === 15 && (two === 34 || two === 37 || four === 2131 || four === 1800)) ||
    ((length === 14 || long) && (two === 36 || two === 38 || two === 39 || (four >= 3000 && four <= 3059) || four === 3095));
  return known && luhn(d);
}

/** ISO 13616: move the first four characters to the end, letters to numbers, modulus 97 is 1. */
export function ibanCheck(value: string): boolean {
  const iban = value.replace(/\s/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban)) return false;
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const code = char.charCodeAt(0);
    rest = code < 58 ? (rest * 10 + code - 48) % 97 : (rest * 100 + code - 55) % 97;
  }
  return rest === 1;
}

/** Machine-readable travel documents: weights 7, 3, 1; letters count from 10, fillers 0; the last character is the check digit (ICAO Doc 9303 part 3). */
export function mrzCheck(field: string): boolean {
  let sum = 0;
  for (let i = 0; i < field.length - 1; i++) {
    const code = field.charCodeAt(i);
    const value = code === 60 ? 0 : code < 58 ? code - 48 : code - 55;
    sum += value * (i % 3 === 0 ? 7 : i % 3 === 1 ? 3 : 1);
  }
  return field.length > 1 && field.endsWith(String(sum % 10));
}

const HIBC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";

/** Modulus 43 over all characters, leading `+` included; the last character is the check (ANSI/HIBC 2.6, appendix B). */
export function hibcCheck(value: string): boolean {
  let sum = 0;
  for (const char of value.slice(0, -1)) {
    const at = HIBC.indexOf(char);
    if (at < 0) return false;
    sum += at;
  }
  return value.length > 1 && value.endsWith(HIBC.charAt(sum % 43));
}
