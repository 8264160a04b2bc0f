import type { Timers } from "../contract/index.ts";

export interface Deadlines {
  /** ms for the draft itself: past that, Outlook tells the clinician that the add-in takes long. */
  readonly draftMs: number;
  /** ms for one attachment. */
  readonly attachmentMs: number;
  /** ms from the start for all attachments; what is left then counts as unread. Outlook gives up after 5 min. */
  readonly attachmentsMs: number;
}

export const DEADLINES: Deadlines = { draftMs: 4_000, attachmentMs: 30_000, attachmentsMs: 220_000 };

/** The work's value, or `late()` when it is not there after `ms`. A failure in time rejects; a failure after it is dropped. */
export function inTime<T, L>(timers: Timers, ms: number, work: Promise<T>, late: () => L): Promise<T | L> {
  return new Promise((resolve, reject) => {
    const timer = timers.setTimeout(() => {
      try {
        resolve(late());
      } catch (thrown) {
        reject(thrown);
      }
    }, ms);
    work.then(
      (value) => {
        timers.clearTimeout(timer);
        resolve(value);
      },
      (thrown: unknown) => {
        timers.clearTimeout(timer);
        reject(thrown);
      },
    );
  });
}
