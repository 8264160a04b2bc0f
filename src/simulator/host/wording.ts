/** Outlook's own sentences and buttons in the Smart Alerts dialog, in the two languages of the product. */
import type { Alert, AlertButton, ButtonId } from "./smart-alerts.ts";
import type { Locale } from "./state.ts";

type Sentences = Readonly<Record<Alert["kind"], string>>;

/** `{name}` stands for the add-in's name. The first sentence is documented, the others are ours: Microsoft publishes none. */
const SENTENCES: Readonly<Record<Locale, Sentences>> = {
  "en-us": {
    stopped: "{name} is preventing this email from being sent.",
    slow: "{name} is taking longer than expected to check your message.",
    "timed-out": "{name} didn't finish checking your message. Try sending it again.",
    unavailable: "{name} is unavailable and can't check your message. Try again later.",
    failed: "{name} ran into a problem and can't check your message. Contact your administrator.",
  },
  "es-es": {
    stopped: "{name} está impidiendo que se envíe este correo.",
    slow: "{name} está tardando más de lo esperado en revisar el mensaje.",
    "timed-out": "{name} no terminó de revisar el mensaje. Intente enviarlo de nuevo.",
    unavailable: "{name} no está disponible y no puede revisar el mensaje. Inténtelo más tarde.",
    failed: "{name} tuvo un problema y no puede revisar el mensaje. Hable con su administrador.",
  },
};

const BUTTONS: Readonly<Record<Locale, Readonly<Record<ButtonId, string>>>> = {
  "en-us": { "take-action": "Take Action", "send-anyway": "Send Anyway", "dont-send": "Don't Send", "try-later": "Try Later" },
  "es-es": { "take-action": "Tomar medidas", "send-anyway": "Enviar igualmente", "dont-send": "No enviar", "try-later": "Más tarde" },
};

/** The dialog's sentence as plain text. */
export function alertText(alert: Alert, name: string, locale: Locale): string {
  return alert.text ?? SENTENCES[locale][alert.kind].replace("{name}", name);
}

export function buttonText(button: AlertButton, locale: Locale): string {
  return button.label ?? BUTTONS[locale][button.id];
}
