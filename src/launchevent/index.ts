/** The event handlers, wired to Outlook. May not: hold logic; touch a DOM, a chunk, or a global that classic Outlook lacks. */
import { HANDLERS, SITE_STAMP } from "../contract/index.ts";
import { onAttachmentsChanged, onCompose, onRecipientsChanged } from "./on-compose.ts";
import { onMessageSend } from "./on-message-send.ts";
import { createRuntime, hostFetch, hostSecondOpinion, hostTimers } from "./runtime.ts";

/** Anew for each event: office.js may put another `Office` in place after this script has run. */
const runtime = () => createRuntime({
  office: Office, stamp: SITE_STAMP, fetch: hostFetch(), timers: hostTimers(), secondOpinion: hostSecondOpinion(), random: Math.random,
});

// At top level: classic Outlook never runs what stands inside `Office.onReady`.
Office.actions.associate(HANDLERS.OnMessageSend, (event) => void onMessageSend(event, runtime()));
Office.actions.associate(HANDLERS.OnNewMessageCompose, (event) => void onCompose(event, runtime()));
Office.actions.associate(HANDLERS.OnMessageCompose, (event) => void onCompose(event, runtime()));
Office.actions.associate(HANDLERS.OnMessageRecipientsChanged, (event) => void onRecipientsChanged(event, runtime()));
Office.actions.associate(HANDLERS.OnMessageAttachmentsChanged, (event) => void onAttachmentsChanged(event, runtime()));
