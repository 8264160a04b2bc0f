/** Every word the pane shows, in English and Spanish: its own here, those of each view beside it. A missing Spanish entry does not compile. */
import * as files from "./findings/attachment-wording.ts";
import * as found from "./findings/found-wording.ts";
import * as reason from "./findings/reason-wording.ts";
import * as settings from "./settings/wording.ts";
import type { Widen } from "./wording-type.ts";

const paneEn = {
  tabs: "Chartseal views",
  findings: "This message",
  settings: "Settings",
  noOutlook: "Chartseal could not start: Outlook's own script did not load. Close the pane and open it again; if it stays so, ask your IT support.",
  banner: {
    allow: "This message goes as it is",
    protect: "This message will be protected",
    confirm: "This message needs a reason",
    block: "This message is stopped",
    fault: "This message could not be checked",
    recorded: "Reason recorded",
    loading: "Checking this message…",
  },
  allowed: "Press Send when you are ready.",
  protectedHow: "When you press Send, it is marked for your mail system to encrypt.",
  checkAgain: "Check again",
  checking: "Checking…",
  checkedAt: (time: string) => `Checked at ${time}. After you edit the text, check again. Send always checks.`,
  retry: "Try again",
  faultCode: (code: string) => `Code for your IT support: ${code}`,
  faults: {
    outlook: "Outlook did not hand over the whole message. Wait until the draft and its attachments have loaded, then try again.",
    missing: "This version of Outlook lacks something the check needs. Ask your IT support for an update.",
    late: "The check took too long. Try again; if there are large attachments, send them in another way.",
    internal: "Something went wrong inside Chartseal. Try again; if it stays so, ask your IT support.",
  },
  faultAtSend: {
    block: "While this lasts, Send stops the message.",
    confirm: "While this lasts, Send asks you first.",
  },
};

const paneEs: Widen<typeof paneEn> = {
  tabs: "Vistas de Chartseal",
  findings: "Este mensaje",
  settings: "Ajustes",
  noOutlook: "Chartseal no pudo iniciarse: no se cargó el script de Outlook. Cierre el panel y ábralo de nuevo; si continúa, avise a su soporte informático.",
  banner: {
    allow: "Este mensaje sale tal como está",
    protect: "Este mensaje saldrá protegido",
    confirm: "Este mensaje necesita un motivo",
    block: "Este mensaje está detenido",
    fault: "No se pudo revisar este mensaje",
    recorded: "Motivo registrado",
    loading: "Revisando este mensaje…",
  },
  allowed: "Pulse Enviar cuando quiera.",
  protectedHow: "Al pulsar Enviar, queda marcado para que su sistema de correo lo cifre.",
  checkAgain: "Revisar de nuevo",
  checking: "Revisando…",
  checkedAt: (time) => `Revisado a las ${time}. Si cambia el texto, revise de nuevo. Al enviar se revisa siempre.`,
  retry: "Reintentar",
  faultCode: (code) => `Código para su soporte informático: ${code}`,
  faults: {
    outlook: "Outlook no entregó el mensaje completo. Espere a que se carguen el borrador y los adjuntos y reintente.",
    missing: "A esta versión de Outlook le falta algo necesario para la revisión. Pida una actualización a su soporte informático.",
    late: "La revisión tardó demasiado. Reintente; si hay adjuntos grandes, envíelos por otra vía.",
    internal: "Algo falló dentro de Chartseal. Reintente; si continúa, avise a su soporte informático.",
  },
  faultAtSend: {
    block: "Mientras siga así, al enviar se detiene el mensaje.",
    confirm: "Mientras siga así, al enviar se le pregunta antes.",
  },
};

const en = { ...paneEn, ...found.en, ...files.en, ...reason.en, ...settings.en };
export type Wording = Widen<typeof en>;
const es: Wording = { ...paneEs, ...found.es, ...files.es, ...reason.es, ...settings.es };

/** The pane's languages; anything else reads English. */
export const WORDING = { en, es } as const satisfies Record<string, Wording>;
