/** Plain text, CSV, Markdown, logs, HL7 version 2: read as it stands. */
import { scanned, textPart, unread } from "../outcome.ts";
import type { Outcome, TextSource } from "../outcome.ts";

/** A file of blanks says nothing, and says so. */
export function readText({ text }: TextSource): Outcome {
  return text.trim() === "" ? unread("no-text") : scanned(textPart(text));
}
