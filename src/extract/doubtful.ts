/** Files of which another reader might tell more than ours did. */
import type { UnreadReason } from "../contract/index.ts";
import type { Extracted } from "./sink.ts";

const TELLS_MORE: readonly UnreadReason[] = ["text-unmapped", "damaged"];
/** A file that was built to swell is not for a reader with fewer limits than ours, and one that is locked is locked for it too. */
const NEVER: readonly UnreadReason[] = ["bomb", "too-large", "timed-out", "encrypted"];
/** In one attachment. An archive can hold thousands. */
const MOST_FILES = 5;

export interface DoubtfulFile {
  /** Names of the files it stands in and its own, below the attachment; empty: the attachment itself. */
  readonly path: readonly string[];
  readonly bytes: Uint8Array;
}

/** By all reasons of the file itself, not the gravest alone: what stands inside it does not speak for it. */
export function isDoubtful(format: string, reasons: readonly UnreadReason[]): boolean {
  return format === "pdf" && reasons.some((reason) => TELLS_MORE.includes(reason)) && !reasons.some((reason) => NEVER.includes(reason));
}

function gather({ doubtful, children }: Extracted, path: readonly string[], to: DoubtfulFile[]): DoubtfulFile[] {
  if (doubtful !== undefined && to.length < MOST_FILES) to.push({ path, bytes: doubtful });
  for (const child of children) gather(child, [...path, child.name], to);
  return to;
}

/** The PDFs that our own reader came to the end of without telling all letters, at any depth; the first few of them. */
export function doubtfulFiles(tree: Extracted): readonly DoubtfulFile[] {
  return gather(tree, [], []);
}
