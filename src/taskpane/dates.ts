import type { Locale } from "./use-wording.ts";

function format(iso: string, locale: Locale, options: Intl.DateTimeFormatOptions): string | undefined {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? undefined : new Intl.DateTimeFormat(locale, options).format(time);
}

/** A moment as date and time of day in the reader's zone; undefined where the string is no time. */
export function dateInWords(iso: string, locale: Locale): string | undefined {
  return format(iso, locale, { dateStyle: "medium", timeStyle: "short" });
}

export function timeInWords(iso: string, locale: Locale): string {
  return format(iso, locale, { timeStyle: "medium" }) ?? "";
}
