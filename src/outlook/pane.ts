/** What only the pane asks of Outlook: why it was opened, what changed, how it should look. */
import type { PaneContext, Timers } from "../contract/index.ts";
import { itemOf, missing } from "./office.ts";
import type { EventSource, OfficeApi } from "./office.ts";
import { callForOptional, callToDo } from "./promise.ts";

/** Outlook tells of these unasked; there is no event for edits to the text. */
export type OutlookEvent = "recipients" | "attachments" | "context" | "theme";

const ACTIONS: readonly string[] = ["allow", "protect", "confirm", "block"];

function isPaneContext(value: unknown): value is PaneContext {
  if (typeof value !== "object" || value === null) return false;
  const { schema, nonce, action, ruleIds, fault } = value as Partial<Record<keyof PaneContext, unknown>>;
  return schema === 1 && typeof nonce === "string" && typeof action === "string" && ACTIONS.includes(action)
    && Array.isArray(ruleIds) && ruleIds.every((id) => typeof id === "string") && (fault === undefined || typeof fault === "string");
}

/** What Smart Alerts handed over, if it opened the pane. Never rejects: without it the pane works as from the ribbon. */
export async function readPaneContext(office: OfficeApi, timers: Timers): Promise<PaneContext | undefined> {
  try {
    const item = itemOf(office);
    if (item.getInitializationContextAsync === undefined) return undefined;
    const text = await callForOptional<string>(timers, "getInitializationContextAsync", (done) => item.getInitializationContextAsync?.(done));
    const value: unknown = text ? JSON.parse(text) : undefined;
    return isPaneContext(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether this client can take an attachment off. */
export function canRemove(office: OfficeApi): boolean {
  try {
    return itemOf(office).removeAttachmentAsync !== undefined;
  } catch {
    return false;
  }
}

/** Takes an attachment off, by the id of the newest list. @throws AppError */
export async function removeAttachment(office: OfficeApi, timers: Timers, id: string): Promise<void> {
  const item = itemOf(office);
  if (item.removeAttachmentAsync === undefined) return missing("removeAttachmentAsync");
  await callToDo(timers, "removeAttachmentAsync", (done) => item.removeAttachmentAsync?.(id, done));
}

/** BCP 47 tag of the language that Outlook is shown in; `en` where it does not say. */
export function localeOf(office: OfficeApi): string {
  try {
    return office.context?.displayLanguage || "en";
  } catch {
    return "en";
  }
}

/** Whether the host's theme is dark; undefined where it does not say. `isDarkTheme` is not supported in Outlook. */
export function isHostDark(office: OfficeApi): boolean | undefined {
  try {
    const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(office.context?.officeTheme?.bodyBackgroundColor ?? "");
    if (hex === null) return undefined;
    const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16));
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
  } catch {
    return undefined;
  }
}

/** Hears of changes until the returned function is called. An event that the client lacks is done without. */
export function listen(office: OfficeApi, timers: Timers, heard: (event: OutlookEvent) => void): () => void {
  let listening = true;
  const subscribe = (name: OutlookEvent, type: Office.EventType | undefined, sourceOf: () => EventSource | undefined): void => {
    if (type === undefined) return;
    const handler = (): void => {
      if (listening) heard(name);
    };
    // Never unhandled: without the event the pane still checks when asked.
    callToDo(timers, "addHandlerAsync", (done) => (sourceOf() ?? missing("the event source")).addHandlerAsync?.(type, handler, done)).catch(() => undefined);
  };
  const { EventType } = office;
  subscribe("recipients", EventType?.RecipientsChanged, () => itemOf(office));
  subscribe("attachments", EventType?.AttachmentsChanged, () => itemOf(office));
  subscribe("context", EventType?.InitializationContextChanged, () => itemOf(office));
  subscribe("theme", EventType?.OfficeThemeChanged, () => office.context?.mailbox);
  // Outlook can only remove all handlers of a type at once, others' included: ours is silenced instead.
  return () => {
    listening = false;
  };
}
