/**
 * Only the hidden page of web, new Windows and Mac loads this. Classic Outlook runs the handler's script alone, which finds no
 * second reader then.
 */
import { createSecondOpinion, pageWorker } from "../opinion/index.ts";

const worker = pageWorker();
if (worker !== undefined) Object.assign(globalThis, { chartsealSecondOpinion: createSecondOpinion(worker) });

// Without the call, the host there never starts a handler. Once it is made, an event may come.
void Office.onReady();
