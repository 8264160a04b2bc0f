/** A draft as detection takes it. */
import type { AttachmentAssessment } from "./attachment-assessment.ts";
import type { Body, Mailbox } from "./draft.ts";

/** Who writes and who gets the mail. Addresses serve to tell roles apart, nothing else. */
export interface Correspondence {
  readonly from?: Mailbox;
  readonly recipients: readonly Mailbox[];
}

/** All that detection looks at. The attachments have been assessed one by one, for the same people. */
export interface DraftText extends Correspondence {
  readonly subject: string;
  readonly body: Body;
  readonly attachments: readonly AttachmentAssessment[];
}
