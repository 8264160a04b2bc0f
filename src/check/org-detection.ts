import type { KeyedHash, Policy } from "../contract/index.ts";
import type { OrgDetection } from "../detect/index.ts";

/** What a policy adds to detection on the day of `now` (ms since 1970, UTC); undefined where it adds nothing. */
export function orgDetection({ detection }: Policy, now: number, hash: KeyedHash): OrgDetection | undefined {
  return detection === undefined ? undefined : { detection, today: new Date(now).toISOString().slice(0, 10), hash };
}
