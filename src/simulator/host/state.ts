/** What the simulated mailbox holds: the open message, the person's settings, what was sent. Plain data behind one store. */
import { LABELS } from "./labels.ts";
import type { Label } from "./labels.ts";
import type { SendMode } from "./send-mode.ts";
import type { Phase } from "./smart-alerts.ts";

export interface Person {
  readonly name: string;
  readonly address: string;
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly kind: "file" | "item" | "cloud";
  readonly contentType: string;
  readonly inline: boolean;
  readonly base64: string;
}

export interface Notice {
  readonly key: string;
  readonly type: "informationalMessage" | "progressIndicator" | "errorMessage" | "insightMessage";
  readonly message: string;
}

export const FIELDS = ["to", "cc", "bcc"] as const;
export type Field = (typeof FIELDS)[number];

export interface Message {
  /** Ours: tells one compose window from the next. */
  readonly key: number;
  readonly savedId: string | null;
  readonly subject: string;
  readonly format: "html" | "text";
  readonly body: string;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  readonly attachments: readonly Attachment[];
  readonly headers: Readonly<Record<string, string>>;
  /** GUID of the sensitivity label; empty: none. */
  readonly label: string;
  readonly session: Readonly<Record<string, string>>;
  readonly notices: readonly Notice[];
  readonly customProperties: string;
}

/** What can be made to go wrong. The first two go wrong on the wire (`front.ts`), the others in the host. */
export const FAULTS = [
  "server-down", "policy-tampered",
  "body-fails", "body-never-answers", "attachment-empty", "label-fails", "header-fails", "handler-throws",
] as const;
export type Fault = (typeof FAULTS)[number];
export const WIRE_FAULTS: readonly Fault[] = ["server-down", "policy-tampered"];

export type Locale = "en-us" | "es-es";

export interface Settings {
  readonly mode: SendMode;
  readonly available: boolean;
  readonly faults: readonly Fault[];
  readonly locale: Locale;
  readonly dark: boolean;
  /** Keep one event runtime loaded ahead of the next event. */
  readonly warm: boolean;
}

export interface SentMessage {
  readonly message: Message;
  readonly from: Person;
  readonly how: "allowed" | "anyway";
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface State {
  readonly user: Person;
  readonly message: Message;
  /** `roamingSettings`: values are JSON strings. They outlive the message. */
  readonly roaming: Readonly<Record<string, string>>;
  readonly settings: Settings;
  /** The sensitivity labels on offer. */
  readonly labels: readonly Label[];
  readonly phase: Phase;
  readonly sent: readonly SentMessage[];
  readonly pane: {
    readonly open: boolean;
    /** Counts up when the pane is to be loaded afresh. */
    readonly load: number;
    /** What `getInitializationContextAsync` answers. */
    readonly context: string;
  };
}

export interface Store {
  readonly get: () => State;
  readonly update: (change: (state: State) => State) => void;
  /** Gives the function that ends the subscription. */
  readonly subscribe: (listener: (now: State, before: State) => void) => () => void;
}

export function createStore(first: State): Store {
  let state = first;
  const listeners = new Set<(now: State, before: State) => void>();
  return {
    get: () => state,
    update(change) {
      const before = state;
      state = change(before);
      if (state !== before) for (const listener of [...listeners]) listener(state, before);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Changes the open message only. */
export function editMessage(store: Store, change: (message: Message) => Partial<Message>): void {
  store.update((state) => ({ ...state, message: { ...state.message, ...change(state.message) } }));
}

export function emptyMessage(key: number): Message {
  return {
    key, savedId: null, subject: "", format: "html", body: "", to: [], cc: [], bcc: [], attachments: [],
    headers: {}, label: "", session: {}, notices: [], customProperties: "{}",
  };
}

export const FIRST_SETTINGS: Settings = { mode: "Block", available: true, faults: [], locale: "en-us", dark: false, warm: true };

export function firstState(user: Person, mode: SendMode): State {
  return {
    user, message: emptyMessage(1), roaming: {}, settings: { ...FIRST_SETTINGS, mode }, labels: LABELS, phase: { name: "composing" }, sent: [],
    pane: { open: false, load: 0, context: "" },
  };
}
