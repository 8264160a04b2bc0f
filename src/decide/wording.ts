/** The sentences of a verdict, in each language. Short: Outlook cuts a dialog at 500 characters. Never any content of the message. */
import type { Action, ErrorCode, ReasonCode, VerdictCounts } from "../contract/index.ts";

export type Locale = "en" | "es";

/** Faults that a person understands better by name; every other one reads as `fault`. */
export type NamedFault = Extract<
  ErrorCode,
  "DEADLINE_PASSED" | "OUTLOOK_MEMBER_MISSING" | "PROTECTION_NOT_APPLIED" | "POLICY_INVALID" | "POLICY_SIGNATURE" | "POLICY_ROLLBACK" | "POLICY_UNAVAILABLE"
>;

export interface Wording {
  /** What happens. */
  readonly lead: Readonly<Record<Action, string>>;
  /** Why. */
  readonly reasons: Readonly<Record<ReasonCode, (counts: VerdictCounts) => string>>;
  readonly faults: Readonly<Record<NamedFault, string>>;
  /** What to do about a message that is stopped for this reason. */
  readonly repair: Readonly<Record<ReasonCode, string>>;
  /** What to do about a message that waits for a reason. */
  readonly confirm: string;
  readonly confirmFault: string;
}

const EN_POLICY = "Your organization's policy could not be used.";
const EN_HELP = "Send again in a minute; if it fails again, save the draft and call your IT help desk.";

const EN = {
  lead: {
    allow: "The message can go.",
    protect: "The message goes protected.",
    confirm: "Check this message before it goes.",
    block: "This message was not sent.",
  },
  reasons: {
    "phi-in-subject": () => "Patient information is in the subject, which encryption does not hide.",
    "several-patients": ({ patients }) => patients > 1 ? `It has information on ${patients} patients.` : "It has information on several patients.",
    "sensitive-class": () => "It has sensitive health information.",
    "personal-webmail": () => "Patient information goes to a personal mailbox.",
    "unread-attachment": ({ attachments }) => attachments.unread + attachments.partial > 1
      ? `${attachments.unread + attachments.partial} attachments were not fully checked.`
      : "An attachment was not fully checked.",
    "phi-outside": () => "Patient information goes outside your organization.",
    "phi-partner": () => "Patient information goes to a partner.",
    asked: () => "You asked for it to be protected. If you close the draft, ask again.",
    fault: () => "It could not be checked for patient information.",
    "policy-rule": () => "A rule of your organization applies.",
  },
  faults: {
    DEADLINE_PASSED: "The check took too long.",
    OUTLOOK_MEMBER_MISSING: "This version of Outlook is too old to check it.",
    PROTECTION_NOT_APPLIED: "It could not be marked for protection.",
    POLICY_INVALID: EN_POLICY,
    POLICY_SIGNATURE: EN_POLICY,
    POLICY_ROLLBACK: EN_POLICY,
    POLICY_UNAVAILABLE: EN_POLICY,
  },
  repair: {
    "phi-in-subject": "Take it out of the subject and send again.",
    "several-patients": "Keep to one patient and send again.",
    "sensitive-class": "Take it out and send again.",
    "personal-webmail": "Remove that recipient and send again.",
    "unread-attachment": "Remove the attachment and send again.",
    "phi-outside": "Take it out, or remove outside recipients, and send again.",
    "phi-partner": "Take it out, or remove partner recipients, and send again.",
    asked: "Take your request back in Chartseal and send again.",
    fault: EN_HELP,
    "policy-rule": "Open Chartseal to see what was found.",
  },
  confirm: "Change it, or open Chartseal, give a reason and send it protected.",
  confirmFault: "Send again in a minute, or open Chartseal, give a reason and send it protected.",
} as const satisfies Wording;

const ES_POLICY = "No se pudo usar la política de su organización.";
const ES_HELP = "Envíe de nuevo en un minuto; si vuelve a fallar, guarde el borrador y llame al soporte informático.";

const ES = {
  lead: {
    allow: "El mensaje puede salir.",
    protect: "El mensaje sale protegido.",
    confirm: "Revise el mensaje antes de enviarlo.",
    block: "Este mensaje no se envió.",
  },
  reasons: {
    "phi-in-subject": () => "Hay datos del paciente en el asunto, que el cifrado no oculta.",
    "several-patients": ({ patients }) => patients > 1 ? `Tiene datos de ${patients} pacientes.` : "Tiene datos de varios pacientes.",
    "sensitive-class": () => "Tiene datos de salud con protección especial.",
    "personal-webmail": () => "Los datos del paciente van a un buzón personal.",
    "unread-attachment": ({ attachments }) => attachments.unread + attachments.partial > 1
      ? `${attachments.unread + attachments.partial} adjuntos no se pudieron revisar del todo.`
      : "Un adjunto no se pudo revisar del todo.",
    "phi-outside": () => "Los datos del paciente salen de su organización.",
    "phi-partner": () => "Los datos del paciente van a un socio.",
    asked: () => "Usted pidió que vaya protegido. Si cierra el borrador, pídalo otra vez.",
    fault: () => "No se pudo revisar si tiene datos de pacientes.",
    "policy-rule": () => "Se aplica una regla de su organización.",
  },
  faults: {
    DEADLINE_PASSED: "La revisión tardó demasiado.",
    OUTLOOK_MEMBER_MISSING: "Esta versión de Outlook es demasiado antigua para revisarlo.",
    PROTECTION_NOT_APPLIED: "No se pudo marcar para su protección.",
    POLICY_INVALID: ES_POLICY,
    POLICY_SIGNATURE: ES_POLICY,
    POLICY_ROLLBACK: ES_POLICY,
    POLICY_UNAVAILABLE: ES_POLICY,
  },
  repair: {
    "phi-in-subject": "Quítelos del asunto y envíe de nuevo.",
    "several-patients": "Deje un solo paciente y envíe de nuevo.",
    "sensitive-class": "Quítelos y envíe de nuevo.",
    "personal-webmail": "Quite ese destinatario y envíe de nuevo.",
    "unread-attachment": "Quite el adjunto y envíe de nuevo.",
    "phi-outside": "Quítelos, o quite los destinatarios externos, y envíe de nuevo.",
    "phi-partner": "Quítelos, o quite los destinatarios socios, y envíe de nuevo.",
    asked: "Retire su petición en Chartseal y envíe de nuevo.",
    fault: ES_HELP,
    "policy-rule": "Abra Chartseal para ver lo encontrado.",
  },
  confirm: "Cámbielo, o abra Chartseal, dé un motivo y envíelo protegido.",
  confirmFault: "Envíe de nuevo en un minuto, o abra Chartseal, dé un motivo y envíelo protegido.",
} as const satisfies Wording;

export const WORDING = { en: EN, es: ES } as const satisfies Readonly<Record<Locale, Wording>>;
