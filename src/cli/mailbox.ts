/** `Ann Reed <ann@clinic.example>` or a bare address. */
import type { Mailbox } from "../contract/index.ts";

/** The address is what stands in the last angle brackets, never the name before them; what it is worth, `decide` judges. */
export function mailboxOf(text: string): Mailbox {
  const trimmed = text.trim();
  const open = trimmed.lastIndexOf("<");
  if (open === -1 || !trimmed.endsWith(">")) return { address: trimmed };
  const name = trimmed.slice(0, open).trim().replace(/^"|"$/g, "");
  const address = trimmed.slice(open + 1, -1).trim();
  return name === "" ? { address } : { address, name };
}
