/** The window's words in English and Spanish. The dialog's own are in `host/wording.ts`. */
import type { SendMode } from "../host/send-mode.ts";
import type { Fault, Locale } from "../host/state.ts";

const EN = {
  title: "Mail", simulated: "Simulated host", newMessage: "New message", samples: "Sample drafts", sent: "Sent items", openEml: "Open .eml",
  nothingSent: "Nothing sent yet", send: "Send", attach: "Attach", label: "Sensitivity", noLabel: "No label", settings: "Settings",
  from: "From", to: "To", cc: "Cc", bcc: "Bcc", addRecipients: "Add recipients", notAnAddress: "This is not a mail address.",
  subject: "Subject", subjectHint: "Add a subject", body: "Message body", bodyHint: "Type a message", dropHere: "Drop files to attach them",
  remove: "Remove", close: "Close", checking: "Checking the message before it is sent", sending: "Sending", attachments: "Attachments",
  messageSent: "Message sent", sentAnyway: "Sent anyway, without the add-in's consent", headers: "Internet headers", none: "None",
  recipients: "Recipients", backToMail: "New message", addin: "Add-in", available: "Add-in is available", mode: "Send mode", faults: "What goes wrong",
  language: "Language", dark: "Dark theme", unreadableEml: "This file cannot be read as a mail.", pane: "Add-in pane",
  sentNote: "What left this window, as a mail server would see it.", notice: "Notice",
};
export type Words = typeof EN;

const ES: Words = {
  title: "Correo", simulated: "Host simulado", newMessage: "Mensaje nuevo", samples: "Borradores de ejemplo", sent: "Enviados", openEml: "Abrir .eml",
  nothingSent: "Aún no se ha enviado nada", send: "Enviar", attach: "Adjuntar", label: "Confidencialidad", noLabel: "Sin etiqueta", settings: "Configuración",
  from: "De", to: "Para", cc: "CC", bcc: "CCO", addRecipients: "Agregar destinatarios", notAnAddress: "No es una dirección de correo.",
  subject: "Asunto", subjectHint: "Agregar un asunto", body: "Cuerpo del mensaje", bodyHint: "Escriba un mensaje", dropHere: "Suelte archivos para adjuntarlos",
  remove: "Quitar", close: "Cerrar", checking: "Revisando el mensaje antes de enviarlo", sending: "Enviando", attachments: "Archivos adjuntos",
  messageSent: "Mensaje enviado", sentAnyway: "Enviado igualmente, sin el visto bueno del complemento", headers: "Encabezados de Internet", none: "Ninguno",
  recipients: "Destinatarios", backToMail: "Mensaje nuevo", addin: "Complemento", available: "El complemento está disponible", mode: "Modo de envío", faults: "Qué falla",
  language: "Idioma", dark: "Tema oscuro", unreadableEml: "Este archivo no se puede leer como correo.", pane: "Panel del complemento",
  sentNote: "Lo que salió de esta ventana, tal como lo vería un servidor de correo.", notice: "Aviso",
};

export const WORDS: Readonly<Record<Locale, Words>> = { "en-us": EN, "es-es": ES };

export const LANGUAGES: Readonly<Record<Locale, string>> = { "en-us": "English", "es-es": "Español" };

const MODES_EN: Readonly<Record<SendMode, string>> = {
  Block: "Block: held until it may go", SoftBlock: "SoftBlock: goes if the add-in is unavailable", PromptUser: "PromptUser: the person may send anyway",
};
const MODES_ES: Readonly<Record<SendMode, string>> = {
  Block: "Block: retenido hasta que pueda salir", SoftBlock: "SoftBlock: sale si el complemento no está disponible", PromptUser: "PromptUser: la persona puede enviar igualmente",
};
export const MODES: Readonly<Record<Locale, Readonly<Record<SendMode, string>>>> = { "en-us": MODES_EN, "es-es": MODES_ES };

const FAULTS_EN: Readonly<Record<Fault, string>> = {
  "server-down": "Server is down", "policy-tampered": "Policy is tampered with", "body-fails": "Body cannot be read",
  "body-never-answers": "Body never answers", "attachment-empty": "Attachments come back empty", "label-fails": "Label cannot be set",
  "header-fails": "Header cannot be set", "handler-throws": "Handler throws",
};
const FAULTS_ES: Readonly<Record<Fault, string>> = {
  "server-down": "El servidor no responde", "policy-tampered": "La directiva está manipulada", "body-fails": "El cuerpo no se puede leer",
  "body-never-answers": "El cuerpo no contesta nunca", "attachment-empty": "Los adjuntos vuelven vacíos", "label-fails": "La etiqueta no se puede poner",
  "header-fails": "El encabezado no se puede poner", "handler-throws": "El controlador lanza un error",
};
export const FAULT_NAMES: Readonly<Record<Locale, Readonly<Record<Fault, string>>>> = { "en-us": FAULTS_EN, "es-es": FAULTS_ES };
