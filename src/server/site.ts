import { SITE_STAMP, type Site } from "../contract/index.ts";

/** The stamp as a string literal of any kind: minifiers choose the quotes. */
const LITERAL = new RegExp(`(["'\`])${SITE_STAMP}\\1`, "g");

/** True when a script carries the stamp. */
export function isStamped(script: string): boolean {
  return script.includes(SITE_STAMP);
}

/**
 * Puts the site into a built script in place of the stamp's literal. The site becomes a string of JSON, in a literal again, so
 * that the script parses it and nothing in it can be read as code.
 */
export function stamp(script: string, site: Site): string {
  const literal = JSON.stringify(JSON.stringify(site));
  return script.replace(LITERAL, () => literal);
}
