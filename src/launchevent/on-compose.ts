/** A mail is being written: there is time now to have the policy and an empty audit queue ready, so that Send needs no network. */
import type { Runtime } from "./runtime.ts";

export type ComposeEvent = Pick<Office.MailboxEvent, "completed">;

/** ms. These events decide nothing; Outlook must not count them as hanging. */
const LIMIT_MS = 12_000;

/** Runs the work and ends the event once, in time, whatever the work does. Never rejects. */
function finish(event: ComposeEvent, { timers }: Runtime, work: () => Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    let open = true;
    const end = (): void => {
      if (!open) return;
      open = false;
      timers.clearTimeout(timer);
      resolve();
      try {
        event.completed();
      } catch {
        // The host is gone; there is nobody left to tell.
        return;
      }
    };
    const timer = timers.setTimeout(end, LIMIT_MS);
    work().then(end, end);
  });
}

/** The draft was opened: ask the server, and hand over what waited for it. */
export function onCompose(event: ComposeEvent, runtime: Runtime): Promise<void> {
  return finish(event, runtime, async () => {
    await runtime.policies.prefetch();
    await runtime.audit.flush();
  });
}

/** Recipients or attachments changed: only what is still missing is fetched. */
export function onDraftChanged(event: ComposeEvent, runtime: Runtime): Promise<void> {
  return finish(event, runtime, async () => {
    await runtime.policies.ensure();
    await runtime.audit.flush();
  });
}
