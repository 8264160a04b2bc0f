/** What to change and why it is sent anyway, in English and Spanish. */
import type { OverrideReason, ReasonCode } from "../../contract/index.ts";
import type { Widen } from "../wording-type.ts";

export const en = {
  changeHeading: "What to change",
  noOverride: "A reason does not let this message go. Change it, then press Send again.",
  change: {
    "phi-in-subject": "Take the patient's details out of the subject: it stays readable even when the message is encrypted.",
    "several-patients": "Keep to one patient, or write one message for each.",
    "sensitive-class": "Take the sensitive health details out, or keep to recipients inside your organization.",
    "personal-webmail": "Take the personal mail address off, or use the recipient's work address.",
    "unread-attachment": "Take off the attachment that could not be read, or attach it in a form that can be read.",
    "phi-outside": "Take the patient's details out, or the recipients outside your organization.",
    "phi-partner": "Take the patient's details out, or the partner's recipients.",
    fault: "Check again. If it stays so, ask your IT support.",
    "policy-rule": "Ask your compliance office what this rule wants.",
  } satisfies Record<ReasonCode, string>,
  reasonHeading: "Why are you sending it anyway?",
  reasonHint: "Your choice is recorded with the time and the counts shown below. No text of the message is recorded.",
  reasons: {
    treatment: "Treatment: the recipient takes part in this patient's care",
    payment: "Payment: billing or insurance",
    operations: "Operations: quality, training or administration",
    "patient-request": "The patient asked to get it this way",
    "patient-authorization": "The patient has signed an authorization",
    "not-phi": "What was found is not patient information",
  } satisfies Record<OverrideReason, string>,
  record: "Record reason",
  recording: "Recording…",
  chooseFirst: "Choose a reason first.",
  recordedBody: "Press Send again. If you change the message, the reason no longer counts.",
  recordedReason: (reason: string) => `Reason: ${reason}`,
  voided: "The message has changed since you gave a reason, so that reason no longer counts. Give one again if it still holds.",
  recordFailed: "The reason could not be recorded. Try again.",
};

export const es: Widen<typeof en> = {
  changeHeading: "Qué cambiar",
  noOverride: "Este mensaje no sale aunque dé un motivo. Cámbielo y pulse Enviar otra vez.",
  change: {
    "phi-in-subject": "Quite los datos del paciente del asunto: se lee aunque el mensaje vaya cifrado.",
    "several-patients": "Deje un solo paciente o escriba un mensaje para cada uno.",
    "sensitive-class": "Quite los datos de salud delicados o deje solo destinatarios de su organización.",
    "personal-webmail": "Quite la dirección de correo personal o use la dirección de trabajo del destinatario.",
    "unread-attachment": "Quite el adjunto que no se pudo leer o adjúntelo en un formato que se pueda leer.",
    "phi-outside": "Quite los datos del paciente o los destinatarios externos.",
    "phi-partner": "Quite los datos del paciente o los destinatarios asociados.",
    fault: "Revise de nuevo. Si continúa, avise a su soporte informático.",
    "policy-rule": "Pregunte a su oficina de cumplimiento qué pide esta regla.",
  },
  reasonHeading: "¿Por qué lo envía de todos modos?",
  reasonHint: "Se registra su elección con la hora y las cifras de abajo. No se registra ningún texto del mensaje.",
  reasons: {
    treatment: "Tratamiento: el destinatario participa en la atención de este paciente",
    payment: "Pago: facturación o seguro",
    operations: "Gestión: calidad, formación o administración",
    "patient-request": "El paciente pidió recibirlo así",
    "patient-authorization": "El paciente firmó una autorización",
    "not-phi": "Lo encontrado no son datos de paciente",
  },
  record: "Registrar motivo",
  recording: "Registrando…",
  chooseFirst: "Elija antes un motivo.",
  recordedBody: "Pulse Enviar otra vez. Si cambia el mensaje, el motivo deja de contar.",
  recordedReason: (reason) => `Motivo: ${reason}`,
  voided: "El mensaje cambió después de dar el motivo, así que ese motivo ya no cuenta. Indíquelo otra vez si sigue siendo válido.",
  recordFailed: "No se pudo registrar el motivo. Reintente.",
};
