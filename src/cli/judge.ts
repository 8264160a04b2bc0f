/** One message to its assessment and verdict, as the add-in would judge it. */
import type { Assessment, Policy, Verdict } from "../contract/index.ts";
import { decide } from "../decide/index.ts";
import { assess, assessAttachment } from "../detect/index.ts";
import type { Message } from "./message.ts";
import { keyedHash } from "./policy.ts";

export interface Judgement {
  readonly message: Message;
  readonly assessment: Assessment;
  readonly verdict: Verdict;
  readonly policy: Policy;
}

/** `now` in ms since 1970: the policy's allowed values end by it. */
export function judge(message: Message, policy: Policy, now: number): Judgement {
  const { detection } = policy;
  const own = detection === undefined ? undefined : { detection, today: new Date(now).toISOString().slice(0, 10), hash: keyedHash };
  const assessment = assess({ ...message, attachments: message.attachments.map((file) => assessAttachment(file, message, own)) }, own);
  return { message, assessment, policy, verdict: decide({ assessment, sender: message.from, recipients: message.recipients, policy }) };
}
