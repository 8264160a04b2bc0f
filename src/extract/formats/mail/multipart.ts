/** Cuts a multipart body at its boundary lines (RFC 2046 section 5.1.1). */
import type { Budget } from "../../budget.ts";

type Range = readonly [from: number, to: number];

export interface Cut {
  readonly parts: readonly Range[];
  /** What stands before the first and behind the last part. */
  readonly around: readonly Range[];
  /** The closing line was there. */
  readonly closed: boolean;
}

/** Without the line end before a boundary line, which belongs to that line. */
function trimmedEnd(raw: string, from: number, to: number): number {
  if (to > from && raw[to - 1] === "\n") return to - 1 > from && raw[to - 2] === "\r" ? to - 2 : to - 1;
  return to;
}

/** `raw` is Latin-1. `undefined`: no line holds the boundary. @throws LimitReached */
export function cutAtBoundary(raw: string, from: number, to: number, boundary: string, budget: Budget): Cut | undefined {
  const mark = `--${boundary}`;
  const parts: Range[] = [];
  const around: Range[] = [];
  let partFrom = -1;
  let closedAt = -1;
  for (let at = raw.indexOf(mark, from); at !== -1 && at < to; at = raw.indexOf(mark, at + mark.length)) {
    budget.step();
    if (at > from && raw[at - 1] !== "\n") continue;
    const found = raw.indexOf("\n", at);
    const lineEnd = found === -1 || found >= to ? to : found + 1;
    const rest = raw.slice(at + mark.length, Math.min(lineEnd, at + mark.length + 80));
    // Another boundary may begin with this one.
    if (!/^(?:--)?[ \t\r\n]*$/.test(rest) && !rest.startsWith("--")) continue;
    if (partFrom === -1 && closedAt === -1) around.push([from, at]);
    else if (partFrom !== -1) parts.push([partFrom, Math.max(partFrom, trimmedEnd(raw, partFrom, at))]);
    partFrom = rest.startsWith("--") ? -1 : lineEnd;
    closedAt = rest.startsWith("--") ? lineEnd : -1;
  }
  if (partFrom === -1 && closedAt === -1) return undefined;
  if (partFrom !== -1) parts.push([partFrom, to]);
  else around.push([closedAt, to]);
  return { parts, around, closed: closedAt !== -1 };
}
