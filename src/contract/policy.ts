/** The organisation's data: when what happens. Versioned, signed by the server, verified by the client before use. */
import type { UnreadReason } from "./attachment.ts";
import type { SensitiveClass } from "./finding.ts";
import type { PolicyDetection } from "./policy-detection.ts";
import type { Action } from "./verdict.ts";

export type Audience = "internal" | "partner" | "outside";

/** All given conditions must hold. A rule without conditions always holds. */
export interface PolicyCondition {
  /** Holds when at least one recipient is of one of these classes. */
  readonly audience?: readonly Audience[];
  readonly phi?: boolean;
  /** PHI identifiers stand in the subject line, which stays readable under message encryption. */
  readonly phiInSubject?: boolean;
  readonly minPatients?: number;
  /** `true` for any sensitive class, or the classes meant. Holds only where the draft is PHI. */
  readonly sensitive?: true | readonly SensitiveClass[];
  /** At least one recipient has a personal webmail address. */
  readonly webmail?: boolean;
  /** `true` for any reason, or the reasons meant; a file inside an attachment counts too. */
  readonly unreadAttachment?: boolean | readonly UnreadReason[];
}

/** How much of attachments is read, and for how long. At a limit a file counts as partly read. Absent: `EXTRACT_LIMITS`. */
export interface PolicyAttachments {
  /** Of one file, as attached. */
  readonly megabytes?: number;
  /** Of one file, with all that is packed in it. */
  readonly unpackedMegabytes?: number;
  /** Files inside one file. */
  readonly files?: number;
  /** Files in files. */
  readonly depth?: number;
  readonly secondsPerFile?: number;
  readonly secondsInAll?: number;
  /** Smaller pictures inside a document are decoration. */
  readonly documentPictureKB?: number;
  /** Smaller pictures below a signature are logos. */
  readonly signaturePictureKB?: number;
}

export interface PolicyRule {
  /** `^[a-z][a-z0-9-]{0,47}$`; stands in audit entries, so it must not name a person. */
  readonly id: string;
  readonly when: PolicyCondition;
  readonly then: Action;
}

export interface Policy {
  readonly schema: 1;
  readonly name: string;
  /** Counts up with every change; a client refuses to go back. */
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly issuedAt: string;
  /** Domains of the organisation. Empty: the sender's own domain is the inside. Subdomains count. */
  readonly insideDomains: readonly string[];
  /** Domains under a business associate agreement or the like. */
  readonly partnerDomains: readonly string[];
  /** Personal mail providers. */
  readonly webmailDomains: readonly string[];
  readonly rules: readonly PolicyRule[];
  /** What follows when the draft cannot be judged. */
  readonly onFault: "block" | "confirm";
  readonly protection: {
    /** GUID of the Purview label that encrypts; absent: header alone. */
    readonly labelId?: string;
    /** Label GUIDs from weakest to strongest, so that a stronger one is never lowered. */
    readonly labelOrder: readonly string[];
  };
  /** What the organisation adds to detection; absent: nothing. */
  readonly detection?: PolicyDetection;
  readonly attachments?: PolicyAttachments;
}
