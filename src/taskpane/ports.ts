/** What the pane needs of the world, so that it can be drawn and tested without a host. `wire.ts` builds it from the real parts. */
import type { CheckResult } from "../check/index.ts";
import type { PolicyInUse, SyncResult } from "../client/index.ts";
import type { Override, OverrideReason, PaneContext } from "../contract/index.ts";
import type { RuleInfo } from "../detect/index.ts";
import type { OutlookEvent } from "../outlook/index.ts";
import type { Locale } from "./use-wording.ts";

/** A draft as judged at one moment, and by what. Holds content, so it stays in memory. */
export interface Checked extends CheckResult {
  readonly policyVersion: number;
  /** The organisation's own detection rules, for their titles. */
  readonly orgRules?: readonly RuleInfo[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What reaches the pane unasked. Outlook never tells of edits to the text; the window tells when the reader comes back. `theme` is the host's or the system's. */
export type PaneEvent = OutlookEvent | "focus";

export interface PanePorts {
  readonly locale: Locale;
  readonly version: string;
  /** Reads and judges the open draft as Send would without a reason; rejects with an `AppError` when it cannot. `onRead` hears of each attachment. */
  check(onRead?: (read: number, of: number) => void): Promise<Checked>;
  /** The digest of the draft as it is now, without judging it. */
  digest(): Promise<string>;
  /** What Smart Alerts handed over when it opened the pane. */
  context(): Promise<PaneContext | undefined>;
  readOverride(): Promise<Override | undefined>;
  /** Hands the reason to the ledger, then binds it to the draft. */
  recordOverride(checked: Checked, reason: OverrideReason): Promise<Override>;
  canRemoveAttachment(): boolean;
  /** Takes off the attachment at this place of the draft that was checked. Rejects with an `AppError`. */
  removeAttachment(checked: Checked, index: number): Promise<void>;
  /** Asks for protection of the whole message, or takes that back. Rejects with an `AppError`. */
  protect(wanted: boolean): Promise<void>;
  policy(): Promise<PolicyInUse>;
  /** Asks the server for the policy. Never rejects. */
  sync(): Promise<SyncResult>;
  /** Hands over audit entries that wait. Never rejects. */
  flush(): Promise<void>;
  /** Gives back the way to stop listening. */
  listen(heard: (event: PaneEvent) => void): () => void;
  /** Calls again and again until stopped; ms between calls. */
  every(ms: number, tick: () => void): () => void;
  /** Whether the pane is to be dark: by the host's theme, else by the system's. */
  isDark(): boolean;
}
