import type { Wording } from "../wording.ts";
import type { FindingRow } from "./view.ts";

/** More line numbers than this help nobody. */
const SHOWN = 4;

/** Where a row stands: signature, line or lines, and how often. */
export function linesInWords({ lines, times, inSignature }: FindingRow, w: Wording): string {
  const shown = lines.slice(0, SHOWN).join(", ");
  const rest = lines.length > SHOWN ? ` ${w.more(lines.length - SHOWN)}` : "";
  const [only] = lines;
  const said = [
    inSignature ? w.signature : "",
    only === undefined ? "" : lines.length === 1 ? w.inLine(only) : w.inLines(shown + rest),
    times > 1 && times !== lines.length ? w.times(times) : "",
  ];
  return said.filter((part) => part !== "").join(", ");
}
