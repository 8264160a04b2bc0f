import type { VerdictCounts } from "../../contract/index.ts";
import type { Wording } from "../wording.ts";

/** The numbers worth saying: zeros are left out. */
export function countsInWords({ byPart, patients, recipients, attachments }: VerdictCounts, w: Wording): readonly string[] {
  const identifiers = Object.values(byPart).reduce((sum, n) => sum + n, 0);
  const numbers: readonly (readonly [number, (n: number) => string])[] = [
    [identifiers, w.counts.identifiers],
    [patients, w.counts.patients],
    [recipients.outside, w.counts.outside],
    [recipients.partner, w.counts.partner],
    [recipients.internal, w.counts.internal],
    [attachments.unread, w.counts.unread],
  ];
  return numbers.filter(([n]) => n > 0).map(([n, say]) => say(n));
}
