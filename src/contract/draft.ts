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

/** Why nothing, or not everything, of an attachment could be read. `attachments.md` section 7 names the kinds. */
export type UnreadReason =
  | "encrypted"
  | "image"
  | "not-inspectable"
  | "damaged"
  | "limit"
  | "unsupported-charset"
  | "no-text"
  | "read-failed"
  | "read-timeout"
  | "empty-content"
  | "cloud-link";

export type ScanStatus = "scanned" | "partial" | "unread";

/** One attachment after reading. `parts` is empty when `status` is `unread`; then `reason` is set. */
export interface AttachmentText {
  readonly name: string;
  readonly status: ScanStatus;
  readonly reason?: UnreadReason;
  readonly parts: readonly Body[];
}

/** All that detection looks at. Addresses serve to tell roles apart, nothing else. */
export interface DraftText {
  readonly subject: string;
  readonly body: Body;
  readonly attachments: readonly AttachmentText[];
  readonly from?: Mailbox;
  readonly recipients: readonly Mailbox[];
}
