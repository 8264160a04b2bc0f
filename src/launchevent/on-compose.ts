/** A mail is being written: there is time now to have the policy ready, the attachments read and the audit queue empty, so that Send needs neither network nor long reading. */
import { readAhead } from "../check/index.ts";
import { keyedHash } from "../client/index.ts";
import { fieldsDigest } from "../outlook/index.ts";
import type { Runtime } from "./runtime.ts";

export type ComposeEvent = Pick<Office.MailboxEvent, "completed">;

/** What Outlook tells besides where files were added or taken off; its types leave it out. */
export interface AttachmentsEvent extends ComposeEvent {
  readonly attachmentStatus?: unknown;
  readonly attachmentDetails?: { readonly id?: unknown };
}

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
async function ahead({ outlook, policies, timers, secondOpinion }: Runtime, only?: string): Promise<void> {
  const { policy } = await policies.current();
  await readAhead({ reader: outlook, policy, timers, keyedHash, keep: { store: outlook.session, digest: fieldsDigest }, secondOpinion, only });
}

/** The draft was opened: ask the server, and hand over what waited for it. */
export function onCompose(event: ComposeEvent, runtime: Runtime): Promise<void> {
  return finish(event, runtime, async () => {
    await runtime.policies.prefetch();
    await ahead(runtime).catch(() => undefined);
    await runtime.audit.flush();
  });
}

/** Recipients changed: what was judged for others is judged anew, and only what is still missing is fetched. */
export function onRecipientsChanged(event: ComposeEvent, runtime: Runtime): Promise<void> {
  return finish(event, runtime, async () => {
    await runtime.policies.ensure();
    await ahead(runtime).catch(() => undefined);
    await runtime.audit.flush();
  });
}

/** A file was added or taken off: only the new one is read, since ten at once raise ten events. */
export function onAttachmentsChanged(event: AttachmentsEvent, runtime: Runtime): Promise<void> {
  return finish(event, runtime, async () => {
    await runtime.policies.ensure();
    const id = event.attachmentDetails?.id;
    if (event.attachmentStatus !== "removed") await ahead(runtime, typeof id === "string" ? id : undefined).catch(() => undefined);
    await runtime.audit.flush();
  });
}
