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

const OWN_CARE = "My asthma is worse since Monday and the inhaler does not help.";

function judged(from: string, ...body: readonly string[]) {
  const tree = readFile("question.eml", [`From: ${from}`, "To: front.desk@clinic.example", "Subject: Question", "Date: Mon, 06 Apr 2026 09:12:44 -0400", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "", ...body, "", "Thank you,", "Maria"].join("\r\n"));
  const { phi, patients } = assess({ subject: "FYI", body: { format: "text", content: "See attached." }, ...PEOPLE, attachments: [assessAttachment(attachmentText(tree), PEOPLE)] });
  return { phi, patients };
}

describe("who wrote an attached mail", () => {
  test.each([
    ["an illness of their own", [OWN_CARE]],
    ["what they take", ["Hello,", "I have been taking the metformin for a month."]],
    ["what they were told they have", ["I was diagnosed with diabetes last week, what should I eat?"]],
  ])("is the patient where they tell %s", (_what, body) => {
    expect(judged("Maria Lopez <maria.lopez@example.com>", ...body)).toEqual({ phi: true, patients: 1 });
  });
  test.each([
    ["works in the same house", "Maria Lopez <maria.lopez@clinic.example>", [OWN_CARE]],
    ["gives care", "Maria Lopez MD <maria.lopez@example.com>", [OWN_CARE]],
    ["writes of patients", "Maria Lopez <maria.lopez@example.com>", ["My asthma patients ask for the new inhaler.", "My diabetes clinic moves to Friday."]],
    ["writes of work and of an illness", "Maria Lopez <maria.lopez@example.com>", ["My migraine is back, can someone take my shift?"]],
    ["writes of other things", "Maria Lopez <maria.lopez@example.com>", ["My invoice is attached. I have questions about the asthma brochure."]],
    ["writes of a medicine for others", "Maria Lopez <maria.lopez@example.com>", ["I started metformin orders for the ward."]],
  ])("is none where they %s", (_what, from, body) => {
    expect(judged(from, ...body).phi).toBe(false);
  });
});
