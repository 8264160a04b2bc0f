/** `window.simulator`: what the scenario player and the end-to-end tests use besides the window itself. */
import { LABELS, labelsOf } from "../host/labels.ts";
import type { Automation, SendReport } from "../host/report.ts";
import type { Alert, Phase } from "../host/smart-alerts.ts";
import { editMessage } from "../host/state.ts";
import type { Locale } from "../host/state.ts";
import { alertText, buttonText } from "../host/wording.ts";
import type { AppModel } from "./app-model.ts";

function dialogOf(alert: Alert, name: string, locale: Locale): NonNullable<SendReport["dialog"]> {
  return { text: alertText(alert, name, locale), buttons: alert.buttons.map((button) => buttonText(button, locale)) };
}

function reportOf(app: AppModel, phase: Phase, completed: number): SendReport {
  const { message, settings } = app.store.get();
  const about = { label: message.label === "" ? null : message.label, headers: message.headers, completed };
  if (phase.name === "sent") return { outcome: "sent", ...about, ms: Math.round(phase.ms * 10) / 10 };
  if (phase.name !== "alert") throw new Error("Send has not come to its end.");
  return { outcome: "held", dialog: dialogOf(phase.alert, app.addIn().name, settings.locale), ...about, ms: Math.round(phase.ms * 10) / 10 };
}

export function createAutomation(app: AppModel): Automation {
  const { store, session } = app;
  return {
    async prepare({ mode, from, faults, labels, content }) {
      await app.setFaults(faults);
      const fresh = { user: from, roaming: {}, sent: [], labels: labels === undefined ? LABELS : labelsOf(labels) };
      store.update((state) => ({ ...state, ...fresh, settings: { ...state.settings, mode } }));
      session.open(content, "new");
      await session.idle();
    },
    async compose(content) {
      session.open(content, "new");
      await session.idle();
    },
    idle: () => session.idle(),
    session: () => store.get().message.session,
    forget: () => editMessage(store, () => ({ session: {} })),
    setFaults: async (faults) => {
      await app.setFaults(faults);
      await session.idle();
    },
    setWarm: async (warm) => {
      session.change({ warm });
      await session.idle();
    },
    async report() {
      const { phase, completed } = await session.ended();
      return reportOf(app, phase, completed);
    },
  };
}
