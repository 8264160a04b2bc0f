/** A draft as detection takes it. */
import type { AttachmentText } from "./attachment.ts";
import type { Body, Mailbox } from "./draft.ts";

/** All that detection looks at. Addresses serve to tell roles apart, nothing else. */
export interface DraftText {
  readonly subject: string;
  readonly body: Body;
  readonly attachments: readonly AttachmentText[];
  readonly from?: Mailbox;
  readonly recipients: readonly Mailbox[];
}
