/** What stands between a token and the next. */
import { endOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";

/** What a name may have between its words. A bit each, so that one look tells of several. */
export const GAP = { OTHER: 0, BLANK: 1, HYPHEN: 2, COMMA: 4, DOT: 8, COMMA_BLANK: 16, DOT_BLANK: 32 } as const;

/** The bit of `GAP` between a token and the next; `OTHER` behind the last. */
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

/** The text between a token and the next, when it is short. */
export function gapAfter(scan: Scan, token: number): string {
  if (token + 1 >= scan.count) return "\n\n";
  const end = endOf(scan, token);
  const next = startOf(scan, token + 1);
  return next - end > 4 ? "\n\n" : scan.text.slice(end, next);
}
