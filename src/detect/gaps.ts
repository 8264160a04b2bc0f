/** What stands between the words of a name. */
import { endOf } from "./scan.ts";
import type { Scan } from "./scan.ts";

/** What stands between a token and the next, where that is one of these. A bit each, so that one look tells of several. */
export const GAP = { OTHER: 0, BLANK: 1, HYPHEN: 2, COMMA: 4, DOT: 8, COMMA_BLANK: 16, DOT_BLANK: 32 } as const;

export function gapAt(scan: Scan, token: number): number {
  if (token + 1 >= scan.count) return GAP.OTHER;
  const end = endOf(scan, token);
  const length = (scan.start[token + 1] as number) - end;
  if (length > 2) return GAP.OTHER;
  const code = scan.text.charCodeAt(end);
  if (length === 1) return code === 32 ? GAP.BLANK : code === 45 ? GAP.HYPHEN : code === 44 ? GAP.COMMA : code === 46 ? GAP.DOT : GAP.OTHER;
  if (scan.text.charCodeAt(end + 1) !== 32) return GAP.OTHER;
  return code === 44 ? GAP.COMMA_BLANK : code === 46 ? GAP.DOT_BLANK : GAP.OTHER;
}
