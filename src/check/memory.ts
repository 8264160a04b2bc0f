/** What is known of attachments that were read before, in this session of the draft. */
import type { AttachmentAssessment, AttachmentInfo, AttachmentText, Draft, Policy } from "../contract/index.ts";
import { PACK_ID } from "../detect/index.ts";
import { contentPrint } from "./content-print.ts";

/** An attachment as judged. Its text is absent where the assessment was kept from an earlier reading. */
export interface CheckedAttachment {
  readonly assessment: AttachmentAssessment;
  readonly text?: AttachmentText;
}

/** SHA-256 in hex; each field with its length, so that none flows into the next. */
export type Digest = (fields: readonly (string | Uint8Array)[]) => string;

/** Files by name and content, all for one context: the people of the draft, the policy, the rule pack, the day. */
export interface AttachmentMemory {
  /** `content` as Outlook gave it. */
  keyOf(name: string, format: string, content: string): string;
  get(key: string): CheckedAttachment | undefined;
  put(key: string, info: AttachmentInfo, checked: CheckedAttachment): void;
}

/** Names all that an assessment rests on beside the file. `now` in ms since 1970: allowed values end by the day. */
export function contextOf({ from, recipients }: Draft, policy: Policy, now: number, digest: Digest): string {
  const people = recipients.map(({ address, name = "" }) => `${address}\n${name}`).sort();
  return digest(["chartseal-context-1", PACK_ID, new Date(now).toISOString().slice(0, 10), JSON.stringify(policy), from.address, from.name ?? "", ...people]);
}

export function fileKey(context: string, digest: Digest, [name, format, content]: Parameters<AttachmentMemory["keyOf"]>): string {
  return digest(["chartseal-file-2", context, name, format, contentPrint(content)]);
}

/** Kept with the texts, in memory alone: for a pane that checks the same draft again and again. Of two checks, not of all. */
export function rememberAll(digest: Digest): (context: string) => AttachmentMemory {
  let before = new Map<string, CheckedAttachment>();
  let now = new Map<string, CheckedAttachment>();
  return (context) => {
    before = now;
    now = new Map();
    const current = now;
    const earlier = before;
    return {
      keyOf: (...file) => fileKey(context, digest, file),
      get(key) {
        const known = current.get(key) ?? earlier.get(key);
        if (known !== undefined) current.set(key, known);
        return known;
      },
      put: (key, _info, checked) => void current.set(key, checked),
    };
  };
}
