/** Mail as an attachment, judged: the people who write to each other are no patients, what they write of one is. */
import { assess, assessAttachment } from "../../../src/detect/index.ts";
import { attachmentText } from "../../../src/extract/index.ts";
import { readFile } from "../../support/read.ts";

const PEOPLE = { from: { address: "ben.hart@clinic.example", name: "Ben Hart" }, recipients: [{ address: "ana.reyes@clinic.example", name: "Ana Reyes" }] };
const head = (subject: string) => [
  'From: "Carla Moreno" <carla.moreno@clinic.example>', 'To: "Ben Hart" <ben.hart@clinic.example>, "Peter Walker" <peter.walker@clinic.example>', `Subject: ${subject}`,
  "Date: Mon, 06 Apr 2026 09:12:44 -0400", "Message-ID: <abc.123456789@clinic.example>", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
];
const forwarded = (subject: string, ...body: readonly string[]) => [...head(subject), "", ...body].join("\r\n");
const PATIENT = "Patient Maria Lopez, MRN 00482913, DOB 03/14/1961, was admitted with heart failure.";

test.each([
  ["a rota", false, forwarded("Ward rota for April", "Hi Ben,", "", "Peter covers Tuesday, Linda covers Friday.", "", "Best,", "Carla Moreno", "Clinic Operations", "555-0142")],
  ["talk of medicine without a patient", false, forwarded("Cardiology journal club", "We discuss the new heart failure guideline on Thursday. Peter presents the diabetes trial.")],
  ["a patient in the body", true, forwarded("Consult", PATIENT, "Please see her today.")],
  ["a patient in the subject", true, forwarded("Patient Maria Lopez MRN 00482913 asthma follow-up", "Ben, please call.")],
  ["a patient in the thread below", true, forwarded("RE: Consult", "Thanks.", "", "From: Linda Novak <linda.novak@clinic.example>", "Sent: Monday", "To: Carla Moreno", "Subject: Consult", "", PATIENT)],
  ["a patient in a message inside", true, ["From: Ben Hart <ben.hart@clinic.example>", "Subject: FW: Consult", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "See attached.", "--b", "Content-Type: message/rfc822", "", forwarded("Consult", PATIENT), "--b--"].join("\r\n")],
])("%s", (_what, phi, mail) => {
  const tree = readFile("forwarded.eml", mail);
  expect(tree.status).toBe("scanned");
  expect(assess({ subject: "FYI", body: { format: "text", content: "See attached." }, ...PEOPLE, attachments: [assessAttachment(attachmentText(tree), PEOPLE)] }).phi).toBe(phi);
});
