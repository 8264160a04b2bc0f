/** One message to its assessment and verdict, as the add-in would judge it. */
import type { Assessment, DraftText, Policy, Verdict } from "../contract/index.ts";
import { decide } from "../decide/index.ts";
import { assess } from "../detect/index.ts";

export interface Judgement {
  readonly message: DraftText;
  readonly assessment: Assessment;
  readonly verdict: Verdict;
}

export function judge(message: DraftText, policy: Policy): Judgement {
  const assessment = assess(message);
  return { message, assessment, verdict: decide({ assessment, sender: message.from, recipients: message.recipients, policy }) };
}
