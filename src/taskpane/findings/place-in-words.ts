import type { Place } from "../../contract/index.ts";
import type { Wording } from "../wording.ts";

/** "Sheet 2: Ward B (hidden)", "inside lists.zip / may.docx: Comment". Names are as the file has them, for the screen alone. */
export function placeInWords({ kind, number, name, hidden, within = [] }: Place, w: Wording): string {
  const what = w.placeKinds[kind];
  const counted = number === undefined ? what : `${what} ${number}`;
  const named = name === undefined || name === "" ? counted : `${counted}: ${name}`;
  const said = hidden === true ? `${named} ${w.hiddenMark}` : named;
  return within.length === 0 ? said : w.inside(within.join(" / "), kind === "text" && hidden !== true ? "" : said);
}
