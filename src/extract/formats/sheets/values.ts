/** Cell values as a person sees them where it matters: dates as days, codes with their zeros and dashes (ECMA-376 part 1, 18.8.30). */

/** Built-in number formats that show a date or a time (18.8.30; 27 to 36 and 50 to 58 are those of East Asian locales). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** A custom format's code without quoted text, colours and conditions in brackets, and escaped signs. */
function bare(code: string): string {
  return code.replace(/"[^"]*"|\[(?!h{1,4}\]|m{1,4}\]|s{1,4}\])[^[\]]{0,80}\]|\\.|_.|\*./gi, "");
}

export interface NumberFormat {
  readonly date: boolean;
  /** Zeros, dashes and brackets that are filled with digits: "000-00-0000". Absent: shown as a plain number. */
  readonly mask?: string;
}

const PLAIN: NumberFormat = { date: false };
const DATE: NumberFormat = { date: true };

/** What a number format makes of a number. `code` is absent for built-in ones. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return isBuiltInDate(id) ? DATE : PLAIN;
  const first = code.split(";")[0] ?? "";
  if (/[ymdhs]/i.test(bare(first).replace(/general|red|standard/gi, ""))) return DATE;
  // "[<=9999999]###-####;(###) ###-####": the telephone number's longer form stands second.
  const shown = (code.startsWith("[<=9999999]") ? code.split(";")[1] ?? first : first).replace(/\[[^[\]]{0,80}\]/g, "").replace(/\\(.)|"([^"]*)"/g, "$1$2");
  const digits = shown.replace(/[^0#]/g, "");
  const isMask = digits.length >= 2 && !/[.,%e?$€£@]/i.test(shown) && (/^0{2,}$/.test(shown) || /[-() /]/.test(shown.trim()));
  return isMask ? { date: false, mask: shown } : PLAIN;
}

/** Digits set into a mask from its end, as a spreadsheet does. What has more digits keeps them in front. */
function masked(value: number, mask: string): string {
  let digits = String(Math.round(Math.abs(value)));
  let shown = "";
  for (let at = mask.length - 1; at >= 0; at--) {
    const sign = mask[at] as string;
    if (sign !== "0" && sign !== "#") shown = sign + shown;
    else if (digits !== "") {
      shown = (digits[digits.length - 1] as string) + shown;
      digits = digits.slice(0, -1);
    } else if (sign === "0") shown = `0${shown}`;
  }
  return (value < 0 ? "-" : "") + digits + shown.trim();
}

const MS_A_DAY = 86_400_000;
/** Day 0 of serial numbers, in ms since 1970: 30 December 1899, or 1 January 1904 (18.17.4.1). */
const EPOCH = { since1900: -2_209_161_600_000, since1904: -2_082_844_800_000 } as const;
/** 31 December 9999. */
const LAST_DAY = 2_958_465;

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** A serial number as `2024-03-05`, `2024-03-05 14:30` or, below one day, `14:30`. */
export function dateText(serial: number, since1904: boolean): string {
  if (!(serial >= 0 && serial <= LAST_DAY)) return numberText(serial);
  // Excel knows a 29 February 1900: the days before it are one off.
  const days = !since1904 && serial < 60 ? serial + 1 : serial;
  const date = new Date((since1904 ? EPOCH.since1904 : EPOCH.since1900) + Math.round(days * 86_400) * 1000);
  const time = date.getTime() % MS_A_DAY === 0 ? "" : `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  if (serial < 1) return time === "" ? "00:00" : time;
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  return time === "" ? day : `${day} ${time}`;
}

/** A number without an exponent where it is whole, with at most 15 digits that mean something. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return "";
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? value.toFixed(0) : String(value);
  return String(Number(value.toPrecision(15)));
}

/** A number as its format shows it. */
export function shownNumber(value: number, format: NumberFormat, since1904: boolean): string {
  if (format.date) return dateText(value, since1904);
  return format.mask !== undefined && Number.isInteger(value) ? masked(value, format.mask) : numberText(value);
}
