/** Whether the planted patients are found, by the way that a draft's attachment takes. */
import { attachmentText, extract } from "../../../src/extract/index.ts";
import { assess, assessAttachment } from "../../../src/detect/index.ts";
import type { PlantedDocument } from "./planted.ts";

export interface FindResult {
  readonly documents: number;
  readonly flagged: number;
  /** Ids of the documents that were judged wrongly. */
  readonly wrong: readonly string[];
}

/** A mail that says nothing itself. */
function isFlagged({ name, bytes }: PlantedDocument): boolean {
  const people = { recipients: [] };
  const attachments = [assessAttachment(attachmentText(extract({ name, bytes })), people)];
  return assess({ ...people, subject: "Document", body: { format: "text", content: "Please see attached." }, attachments }).phi;
}

export function find(documents: readonly PlantedDocument[]): FindResult {
  const judged = documents.map((document) => ({ document, flagged: isFlagged(document) }));
  return {
    documents: documents.length,
    flagged: judged.filter(({ flagged }) => flagged).length,
    wrong: judged.filter(({ document, flagged }) => flagged !== document.planted).map(({ document }) => document.id),
  };
}
