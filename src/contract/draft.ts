/** What the handler read from Outlook before anything was judged. Plain data; holds content, so it never leaves the device. */

export interface Mailbox {
  readonly address: string;
  readonly name?: string;
}

export interface Recipient extends Mailbox {
  readonly field: "to" | "cc" | "bcc";
}

export type AttachmentKind = "file" | "item" | "cloud";

export interface AttachmentInfo {
  /** Outlook's id, valid in this session only. */
  readonly id: string;
  readonly name: string;
  /** Bytes as the host reports them; 0 may mean "unknown". */
  readonly size: number;
  readonly kind: AttachmentKind;
  readonly inline: boolean;
  /** What `cid:` in the body refers to; Outlook tells it from Mailbox 1.16 on. */
  readonly contentId?: string;
}

export interface Body {
  readonly format: "html" | "text";
  readonly content: string;
}

export interface Draft {
  readonly from: Mailbox;
  readonly recipients: readonly Recipient[];
  readonly subject: string;
  readonly body: Body;
  readonly attachments: readonly AttachmentInfo[];
}
