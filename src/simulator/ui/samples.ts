/** Drafts to try. Every person, number and address is made up; the numbers are of no real format's valid range. */
import type { Message, Person } from "../host/state.ts";
import { toBase64 } from "./eml.ts";

export interface Sample {
  readonly id: string;
  readonly title: { readonly en: string; readonly es: string };
  readonly hint: { readonly en: string; readonly es: string };
  readonly content: Partial<Message>;
}

const at = (name: string, address: string): Person => ({ name, address });
const CARDIOLOGY = at("Riverside Cardiology", "office@cardiology.example");
const COLLEAGUE = at("Tom Ellis", "tom.ellis@clinic.example");
const PATIENT_AT_WEBMAIL = at("Maria Lopez", "maria.lopez.made.up@gmail.com");

const LETTER = `<div style="font-family:Calibri,Arial,sans-serif;font-size:11pt">
<p>Dear Dr. Adams,</p>
<p>Please see <b>Maria Lopez</b>, DOB 03/14/1961, MRN 00482913, for type 2 diabetes (E11.9) with chest pain on exertion.
She takes metformin 500 mg twice a day. Her last hemoglobin A1c was 8.1 %.</p>
<p>Could you see her within two weeks?</p>
<p>Thank you,<br>Ann Reed, MD<br>Clinic Example</p></div>`;

const ROSTER = `Patient,DOB,MRN,Diagnosis
"Lopez, Maria",03/14/1961,00482913,Type 2 diabetes E11.9
"Okafor, Daniel",11/02/1978,00517740,Asthma J45.909
"Nguyen, Linh",06/30/1990,00533018,Depression F32.9
`;

const SPANISH = `<p>Estimado Dr. Vega:</p>
<p>Le remito a la paciente <b>Lucía Romero Gil</b>, fecha de nacimiento 14/03/1961, historia clínica 00482913, por diabetes mellitus tipo 2 (E11.9).
Toma metformina 500 mg cada 12 horas.</p><p>Un saludo,<br>Ann Reed</p>`;

function textFile(name: string, content: string): Message["attachments"][number] {
  const bytes = new TextEncoder().encode(content);
  return { id: `sample-${name}`, name, size: bytes.length, kind: "file", contentType: "text/csv", inline: false, base64: toBase64(bytes) };
}

export const SAMPLES: readonly Sample[] = [
  {
    id: "referral",
    title: { en: "Referral letter", es: "Carta de derivación" },
    hint: { en: "To a specialist outside", es: "A un especialista externo" },
    content: { to: [CARDIOLOGY], subject: "Referral", body: LETTER },
  },
  {
    id: "subject",
    title: { en: "MRN in the subject", es: "Historia clínica en el asunto" },
    hint: { en: "The subject stays readable", es: "El asunto queda legible" },
    content: { to: [CARDIOLOGY], subject: "Maria Lopez, MRN 00482913, diabetes", body: LETTER },
  },
  {
    id: "lunch",
    title: { en: "Lunch invitation", es: "Invitación a comer" },
    hint: { en: "Nothing to protect", es: "Nada que proteger" },
    content: {
      to: [CARDIOLOGY], subject: "Lunch on Friday?",
      body: "<p>Hi all,</p><p>Shall we have lunch together on Friday at noon, at the place on the corner?</p><p>Best,<br>Ann</p>",
    },
  },
  {
    id: "inside",
    title: { en: "Same letter, to a colleague", es: "La misma carta, a un colega" },
    hint: { en: "Stays inside", es: "Se queda dentro" },
    content: { to: [COLLEAGUE], subject: "Referral", body: LETTER },
  },
  {
    id: "webmail",
    title: { en: "To a patient's webmail", es: "Al correo personal de una paciente" },
    hint: { en: "Asks for a reason", es: "Pide un motivo" },
    content: { to: [PATIENT_AT_WEBMAIL], subject: "Your results", body: LETTER },
  },
  {
    id: "roster",
    title: { en: "Patient list attached", es: "Lista de pacientes adjunta" },
    hint: { en: "Three patients in a file", es: "Tres pacientes en un archivo" },
    content: {
      to: [CARDIOLOGY], subject: "List for Monday", body: "<p>Dear team,</p><p>The list for Monday is attached.</p><p>Ann Reed</p>",
      attachments: [textFile("monday.csv", ROSTER)],
    },
  },
  {
    id: "unread",
    title: { en: "File nobody can read", es: "Archivo ilegible" },
    hint: { en: "Unread is not clean", es: "Sin leer no es limpio" },
    content: {
      to: [CARDIOLOGY], subject: "Scan", body: "<p>See the file.</p>",
      attachments: [{ ...textFile("study.bin", "\u0000\u0001\u0002\u0003\uFFFD\u0000\u0007"), contentType: "application/octet-stream" }],
    },
  },
  {
    id: "spanish",
    title: { en: "Letter in Spanish", es: "Carta en español" },
    hint: { en: "To a specialist outside", es: "A un especialista externo" },
    content: { to: [CARDIOLOGY], subject: "Derivación", body: SPANISH },
  },
];
