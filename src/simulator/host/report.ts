/** What goes into the window when a scenario is played, and what comes out. */
import type { SendMode } from "./send-mode.ts";
import type { Fault, Message, Person } from "./state.ts";

export interface Play {
  readonly mode: SendMode;
  readonly from: Person;
  readonly faults: readonly Fault[];
  /** GUIDs of the labels on offer; absent: the made-up ones. */
  readonly labels?: readonly string[];
  readonly content: Pick<Message, "to" | "cc" | "bcc" | "subject" | "format" | "body" | "attachments">;
}

/** What the window tells of a send that has come to its end. */
export interface SendReport {
  readonly outcome: "sent" | "held";
  readonly dialog?: { readonly text: string; readonly buttons: readonly string[] };
  /** GUID of the label the message has; null: none. */
  readonly label: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Calls of `event.completed`. */
  readonly completed: number;
  /** Milliseconds from Send to the outcome, by the host's clock. */
  readonly ms: number;
}

/** The window's own automation: `ui/automation.ts` provides it as `window.simulator`. */
export interface Automation {
  /** A fresh mailbox and a new message with this content; resolves once the compose handlers are done. */
  readonly prepare: (play: Play) => Promise<void>;
  /** A new message in the mailbox as it is. */
  readonly compose: (content: Partial<Message>) => Promise<void>;
  /** Resolves once the compose handlers are done. */
  readonly idle: () => Promise<void>;
  /** What the add-in keeps with the open message. */
  readonly session: () => Readonly<Record<string, string>>;
  /** Drops what the add-in keeps with the open message, as a client does that was started anew. */
  readonly forget: () => void;
  readonly setFaults: (faults: readonly Fault[]) => Promise<void>;
  /** Whether an event runtime is kept loaded ahead. */
  readonly setWarm: (warm: boolean) => Promise<void>;
  /** Resolves once Send has come to its end. */
  readonly report: () => Promise<SendReport>;
}
