import type { AttachmentText, Body, Correspondence } from "../contract/index.ts";

/** A mail as the command line was given it, with the texts of its attachments. */
export interface Message extends Correspondence {
  readonly subject: string;
  readonly body: Body;
  readonly attachments: readonly AttachmentText[];
}
