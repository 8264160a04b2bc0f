/** A mail is being written: there is time now to have the policy ready, the attachments read and the audit queue empty, so that Send needs neither network nor long reading. */
import { readAhead } from "../check/index.ts";
import { keyedHash } from "../client/index.ts";
import { fieldsDigest } from "../outlook/index.ts";
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

/** What this does not come to is read at Send; its failure decides nothing. */
async function ahead({ outlook, policies, timers }: Runtime): Promise<void> {
  const { policy } = await policies.current();
  await readAhead({ reader: outlook, policy, timers, keyedHash, keep: { store: outlook.session, digest: fieldsDigest } });
}

/** The draft was opened: ask the server, and hand over what waited for it. */
export function onCompose(event: ComposeEvent, runtime: Runtime): Promise<void> {
  return finish(event, runtime, async () => {
    await runtime.policies.prefetch();
    await ahead(runtime).catch(() => undefined);
    await runtime.audit.flush();
  });
}

/** Recipients or attachments changed: only what is still missing is fetched and read. */
export function onDraftChanged(event: ComposeEvent, runtime: Runtime): Promise<void> {
  return finish(event, runtime, async () => {
    await runtime.policies.ensure();
    await ahead(runtime).catch(() => undefined);
    await runtime.audit.flush();
  });
}
