import { SESSION_KEYS } from "../contract/index.ts";
import type { DraftReader, PaneContext, SessionStore, SettingsStore, Timers } from "../contract/index.ts";
import { createDraftReader } from "./draft.ts";
import type { OfficeApi } from "./office.ts";
import { canRemove, isHostDark, listen, localeOf, readPaneContext, removeAttachment } from "./pane.ts";
import type { OutlookEvent } from "./pane.ts";
import { clearProtection, protect } from "./protection.ts";
import type { Protection, ProtectRequest } from "./protection.ts";
import { createSessionStore, createSettingsStore, hasSession } from "./stores.ts";

/** All that the handler and the pane ask of Outlook. */
export interface OutlookPort extends DraftReader {
  /** @throws AppError `PROTECTION_NOT_APPLIED`: then nothing must be sent. The label's failure is an outcome, not a fault. */
  protect(request: ProtectRequest): Promise<Protection>;
  /** Takes our header off a mail that needs it no longer. Never rejects. */
  clearProtection(): Promise<void>;
  /** Whether the sender asked for protection. Rejects with an `AppError` where that cannot be read; a client without `sessionData` has kept no such wish. */
  isProtectionAsked(): Promise<boolean>;
  /** Sets the header at once, so that who asked learns whether it can be had, and remembers the wish until Send. Rejects with an `AppError`. */
  askProtection(): Promise<void>;
  /** Takes the wish and the header back. Rejects with an `AppError`. */
  unaskProtection(): Promise<void>;
  readonly session: SessionStore;
  readonly settings: SettingsStore;
  /** What Smart Alerts handed to the pane; undefined when the pane was opened from the ribbon. Never rejects. */
  paneContext(): Promise<PaneContext | undefined>;
  canRemoveAttachment(): boolean;
  /** By the id of the newest list. Rejects with an `AppError`. */
  removeAttachment(id: string): Promise<void>;
  /** BCP 47 tag; `en` when Outlook does not say. */
  locale(): string;
  isHostDark(): boolean | undefined;
  /** Gives back the way to stop listening. */
  listen(heard: (event: OutlookEvent) => void): () => void;
}

const ASKED = "asked";

function wishFor(office: OfficeApi, timers: Timers, session: SessionStore): Pick<OutlookPort, "isProtectionAsked" | "askProtection" | "unaskProtection"> {
  return {
    isProtectionAsked: async () => hasSession(office) && (await session.get(SESSION_KEYS.protect)) !== undefined,
    async askProtection() {
      await protect(office, timers, { labelOrder: [] });
      await session.set(SESSION_KEYS.protect, ASKED);
    },
    async unaskProtection() {
      await session.remove(SESSION_KEYS.protect);
      await clearProtection(office, timers);
    },
  };
}

/** Nothing is asked of Outlook before a method is called, so that connecting cannot fail. */
export function connectOutlook({ office, timers }: { readonly office: OfficeApi; readonly timers: Timers }): OutlookPort {
  const session = createSessionStore(office, timers);
  return {
    ...createDraftReader(office, timers),
    protect: (request) => protect(office, timers, request),
    clearProtection: () => clearProtection(office, timers),
    ...wishFor(office, timers, session),
    session,
    settings: createSettingsStore(office, timers),
    paneContext: () => readPaneContext(office, timers),
    canRemoveAttachment: () => canRemove(office),
    removeAttachment: (id) => removeAttachment(office, timers, id),
    locale: () => localeOf(office),
    isHostDark: () => isHostDark(office),
    listen: (heard) => listen(office, timers, heard),
  };
}
