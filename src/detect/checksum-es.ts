/** Check letters and digits of numbers that Spain and Mexico give to persons. Each function takes the value as written and ignores separators. */

const DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

/** DNI and NIE: the letter stands for the number modulo 23; X, Y, Z before a NIE count as 0, 1, 2 (Real Decreto 1553/2005; Orden INT/2058/2008). */
export function dniCheck(value: string): boolean {
  const text = value.toUpperCase().replace(/[^A-Z\d]/g, "");
  const match = /^([XYZ]?)(\d{7,8})([A-Z])$/.exec(text);
  if (match === null) return false;
  const [, prefix = "", digits = "", letter = ""] = match;
  const lead = prefix === "" ? "" : String("XYZ".indexOf(prefix));
  return (prefix === "" ? digits.length === 8 : digits.length === 7) && DNI_LETTERS.charAt(Number(lead + digits) % 23) === letter;
}

/** Spanish social security number: the last two digits are the rest modulo 97; a serial below ten million is counted without its zero (Tesorería General de la Seguridad Social). */
export function nassCheck(value: string): boolean {
  const digits = value.replace(/\D/g, "");
  if (digits.length !== 12) return false;
  const province = Number(digits.slice(0, 2));
  const serial = Number(digits.slice(2, 10));
  const number = serial < 10_000_000 ? province * 10_000_000 + serial : province * 100_000_000 + serial;
  return number % 97 === Number(digits.slice(10));
}

const CURP_VALUES = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
const CURP_LENGTH = 18;

/** CURP: weights 18 down to 2 over the first 17 characters, the sum's complement to ten is the last digit (RENAPO, Instructivo normativo for the CURP). */
export function curpCheck(value: string): boolean {
  const text = value.toUpperCase();
  if (text.length !== CURP_LENGTH) return false;
  let sum = 0;
  for (let i = 0; i < CURP_LENGTH - 1; i++) sum += CURP_VALUES.indexOf(text.charAt(i)) * (CURP_LENGTH - i);
  return (10 - (sum % 10)) % 10 === Number(text.charAt(CURP_LENGTH - 1));
}
