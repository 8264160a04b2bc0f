/** The pane: what was found in the open draft, reasons, settings. May not: know Office.js other than through `outlook`; show an identifier unmasked; store message text. */
import { createRoot } from "react-dom/client";
import packageJson from "../../package.json" with { type: "json" };
import { readSite } from "../client/index.ts";
import { SITE_STAMP } from "../contract/index.ts";
import { whenOutlookIsReady } from "../outlook/index.ts";
import type { OfficeApi } from "../outlook/index.ts";
import { App } from "./App.tsx";
import { createSecondOpinion, pageWorker } from "../opinion/index.ts";
import { createPorts } from "./wire.ts";
import { WORDING } from "./wording.ts";

const { version } = packageJson;
const root = document.getElementById("root");

function show(office: OfficeApi): void {
  const timers = {
    setTimeout: (run: () => void, ms: number) => window.setTimeout(run, ms),
    clearTimeout: (handle: unknown) => window.clearTimeout(handle as number),
    now: () => Date.now(),
  };
  const worker = pageWorker();
  const ports = createPorts({
    office, timers, window, secondOpinion: worker === undefined ? undefined : createSecondOpinion(worker), fetch: (url, init) => window.fetch(url, init), random: () => Math.random(), site: readSite(SITE_STAMP), version,
  });
  document.documentElement.lang = ports.locale;
  if (root !== null) createRoot(root).render(<App ports={ports} />);
}

whenOutlookIsReady().then(show, () => {
  // React is not needed for one sentence, and without Outlook there is no language to choose.
  if (root !== null) root.textContent = WORDING.en.noOutlook;
});
