/** Which events a change of the open message raises. Pure. */
import { attachmentDetails } from "./methods.ts";
import { FIELDS } from "./state.ts";
import type { Message, Person } from "./state.ts";

export interface Change {
  /** LaunchEvent type of the manifest. */
  readonly launch: string;
  /** Event name that a pane registers for. */
  readonly item: string;
  /** What stands in the event object besides `type`. */
  readonly details: Readonly<Record<string, unknown>>;
}

function sameAddresses(a: readonly Person[], b: readonly Person[]): boolean {
  return a.length === b.length && a.every((one, index) => one.address === b[index]?.address);
}

/** Recipients raise one event for all fields, attachments one event each. */
export function changesBetween(before: Message, now: Message): readonly Change[] {
  if (before.key !== now.key) return [];
  const changes: Change[] = [];
  const fields = Object.fromEntries(FIELDS.map((field) => [field, !sameAddresses(before[field], now[field])]));
  if (Object.values(fields).includes(true)) {
    changes.push({ launch: "OnMessageRecipientsChanged", item: "olkRecipientsChanged", details: { changedRecipientFields: fields } });
  }
  if (before.attachments === now.attachments) return changes;
  const difference = (from: Message, minus: Message, attachmentStatus: "added" | "removed"): void => {
    for (const attachment of from.attachments) {
      if (minus.attachments.some((one) => one.id === attachment.id)) continue;
      const details = { attachmentStatus, attachmentDetails: attachmentDetails(attachment) };
      changes.push({ launch: "OnMessageAttachmentsChanged", item: "olkAttachmentsChanged", details });
    }
  };
  difference(now, before, "added");
  difference(before, now, "removed");
  return changes;
}
