import { assess, maskedExcerpt, PACK, RULES } from "../../src/detect/index.ts";
import { assessText, draft, findingOf } from "./draft.ts";

const REFERRAL = "Dear Dr Adams,\n\nPlease see Maria Lopez, DOB 03/14/1961, MRN 00482913, for type 2 diabetes (E11.9). She takes metformin 500 mg BID.\n\nThanks,\nAnn Reed, MD\n(212) 555-0142";

test("a referral is PHI of one patient, and says why", () => {
  const found = assessText(REFERRAL);
  expect(found).toMatchObject({ phi: true, patients: 1, pack: `${PACK.name}@${PACK.version}` });
  const mrn = findingOf(found, "mrn");
  expect(mrn).toMatchObject({ part: "H", role: "patient", confidence: "high", phi: true, section: "authored" });
  expect(mrn?.evidence.map((e) => e.kind)).toEqual(expect.arrayContaining(["shape", "cue", "health"]));
});

test("the sender's own signature is never the patient's", () => {
  const signature = assessText(REFERRAL).findings.filter((f) => f.section === "signature" && f.part !== "health");
  expect(signature.length).toBeGreaterThan(0);
  for (const f of signature) expect({ role: f.role, phi: f.phi }).not.toMatchObject({ phi: true });
});

test.each([
  ["a refusal of a medicine", "Mrs. Alvarez in 12B is refusing her metformin again"],
  ["initials and a room", "pt J.S. rm 4 + for MRSA"],
  ["a name and a slot", "Okonkwo in pod 3, troponin up"],
  ["a given name and a procedure", "Robert's colonoscopy came back"],
  ["a relative", "Coach Miller's wife has stage 3 breast cancer"],
  ["a table", "name,dob,mrn,dx\nMaria Lopez,03/14/1961,00482913,E11.9"],
  ["an HL7 segment", "PID|1||00482913^^^CLINIC^MR||LOPEZ^MARIA||19610314|F"],
  ["an X12 claim", "NM1*IL*1*LOPEZ*MARIA****MI*W000000000~DMG*D8*19610314*F~HI*ABK:E119~"],
  ["a FHIR resource", '{"resourceType":"Patient","name":[{"family":"Lopez","given":["Maria"]}],"birthDate":"1961-03-14"}'],
  ["PHI in the thread only", "FYI\n\nFrom: Bob\nSent: Monday\nTo: Ann\nSubject: x\n\nPatient Maria Lopez, MRN 00482913, has asthma."],
  ["two weak words in a note of one line", "Yancey in trauma 2, needs cath"],
  ["a lab with a question", "seen the labs on Draganov? Cr 3.4"],
  ["a picture and a finding", "Hollister, w/c pt from May, MRI shows tear"],
  ["a value behind the name", "Gutierrez: K 2.9, replacing"],
  ["a ward behind the name", "Wallace 4N: foley out, voided 300"],
  ["a bracket behind a room", "rm 7 lady (Bertha M) is asking for dilaudid"],
  ["an initial and a hold", "A. Novak - psych hold, 1:1 sitter"],
  ["a question after a greeting", "Hey did Marcus Bell ever get his MRI?"],
  ["hidden characters", "Pat\u200bient Maria Lopez, M\u00adRN \uff10\uff10\uff14\uff18\uff12\uff19\uff11\uff13, asthma"],
])("PHI: %s", (_, text) => {
  expect(assessText(text).phi).toBe(true);
});

test.each([
  ["lunch", "Shall we have lunch at noon on Friday? Tom"],
  ["a policy", "Do not put an SSN or MRN in e-mail. Patients over 89 must have ages grouped."],
  ["a provider directory", "Ann Reed, MD, NPI 1234567893, 100 Cedar Ln, Suite 5, Rome, GA 30164, phone (212) 555-0142, accepts Medicaid."],
  ["a blank form", "Patient: ____________ DOB: ________ MRN: ________ Dx: ________"],
  ["a webinar", "Webinar on hepatitis C and atorvastatin, 13 Mar 2025. Faculty: Dr. Julia Winters."],
  ["a case without identity", "A 54-year-old man presented with crushing chest pain; troponin was elevated."],
  ["a drill", "This is only a drill: patient ZZTEST, ONE has chest pain in room 4."],
  ["weak words about a colleague", "Yancey in accounting needs the IT ticket for the ED printer"],
  ["a term that names work", "Please send Ortiz's vaccine inventory to the state"],
  ["a gala", "Add Whitney to the hospice gala list"],
  ["a training", "Can you add Sutton on for the strep swab training at 4"],
  ["a talk in Spanish", "Inés Cano da la charla de cáncer de mama el lunes"],
  ["a pet", "Max the cat threw up again, the vet says give him famotidine"],
  ["a published number alone", "SSN 078-05-1120 is the card in the wallet, with asthma and diabetes leaflets."],
  ["identifiers without care", "Customer: Maria Lopez, SSN 219-09-9998, card 4111 1111 1111 1111, phone (212) 555-0142"],
])("no PHI: %s", (_, text) => {
  expect(assessText(text).phi).toBe(false);
});

test("findings are listed without PHI too", () => {
  expect(assessText("Call me at (212) 555-0142").findings.map((f) => f.part)).toContain("D");
});

test("a subject is judged by the body's care, and the body by the subject's", () => {
  const inSubject = assess(draft("She has asthma and takes albuterol.", { subject: "Maria Lopez MRN 00482913" }));
  expect(inSubject.findings.filter((f) => f.where.kind === "subject" && f.phi).map((f) => f.part).sort()).toEqual(["A", "H"]);
  expect(assess(draft("Please call Maria Lopez, DOB 03/14/1961.", { subject: "HIV test result positive" })).phi).toBe(true);
});

test("an attachment's findings say which part they stand in", () => {
  const found = assess(draft("See attached.", { attachments: [{ name: "note.txt", status: "scanned", parts: [{ format: "text", content: REFERRAL }] }, { name: "x.bin", status: "unread", reason: "no-text", parts: [] }] }));
  expect(found.phi).toBe(true);
  expect(findingOf(found, "mrn")?.where).toEqual({ kind: "attachment", index: 0, part: 0 });
  expect(found.attachments).toEqual([{ status: "scanned" }, { status: "unread", reason: "no-text" }]);
});

test("names of the draft's own people are not patients", () => {
  const found = assess(draft("Ann Reed asked about the asthma inhaler order. Tom Gray agrees.", { from: { address: "ann.reed@clinic.example", name: "Ann Reed" }, recipients: [{ address: "tom@clinic.example", name: "Tom Gray" }] }));
  expect(found.findings.filter((f) => f.part === "A").map((f) => f.role)).toEqual(["sender", "recipient"]);
});

test.each([
  ["one, named twice", "Patient Maria Lopez, MRN 00482913, has asthma. Ms. Lopez takes albuterol.", 1],
  ["two by name", "Patient Maria Lopez has asthma. Patient Robert Kim has COPD.", 2],
  ["a roster", "name,dob,mrn,dx\nMaria Lopez,03/14/1961,00482913,E11.9\nRobert Kim,02/02/1970,00482914,J44.1\nAna Cruz,01/01/1980,00482915,I10", 3],
])("counts patients: %s", (_, text, patients) => {
  expect(assessText(text).patients).toBe(patients);
});

test("sensitive classes are named", () => {
  expect(assessText("Patient Maria Lopez is HIV positive and in methadone treatment for opioid use disorder.").sensitive).toEqual(expect.arrayContaining(["hiv-sti", "substance-use"]));
});

test.each([
  ["beside the patient", "Patient Maria Lopez is HIV positive.", {}, ["hiv-sti"]],
  ["without a patient", "The HIV clinic moved to floor 2.", {}, []],
  ["in the sender's signature", "Patient Maria Lopez, MRN 00482913, has asthma.\n\nThanks,\nAnn Reed\nMethadone Program", {}, []],
  ["in an attachment about nobody", "Patient Maria Lopez, MRN 00482913, has asthma.", { attachments: [{ name: "x.txt", status: "scanned", parts: [{ format: "text", content: "HIV prevention leaflets" }] }] }, []],
] as const)("a sensitive class counts %s", (_, text, rest, sensitive) => {
  expect(assessText(text, rest).sensitive).toEqual(sensitive);
});

test("a patient named by an attachment's name is found there, at its offsets", () => {
  const name = "Maria_Lopez_MRN_00482913.pdf";
  const found = assess(draft("Her asthma plan is attached.", { attachments: [{ name, status: "unread", reason: "image", parts: [] }] }));
  const mrn = findingOf(found, "mrn");
  expect(mrn).toMatchObject({ where: { kind: "attachment-name", index: 0 }, phi: true, section: "authored" });
  expect(name.slice(mrn?.start, mrn?.end)).toBe("00482913");
  expect(found.phi).toBe(true);
});

test.each(["image001.png", "Q3_budget_final_v2.xlsx", "diabetes_leaflet.pdf"])("no PHI in the name %s", (name) => {
  expect(assessText("See attached.", { attachments: [{ name, status: "scanned", parts: [] }] }).phi).toBe(false);
});

test.each([
  ["a drill's number", "DRILL: ZZTEST, PATIENT MRN 0000000 bed 4 chest pain, activate STEMI"],
  ["someone's team", "Jim's team presented the CHF readmission data"],
  ["who works on it", "Susan to update asthma action plan, Phil to order spacers"],
  ["a list of members", "The falls committee (Gail, Hugo, Trina) will review hip fracture data"],
  ["the sports pages", "Kevin's fantasy team is toast, his RB has a torn ACL"],
  ["a pet", "Duke tore his ACL chasing squirrels, surgery at the animal hospital Monday"],
  ["the news", "King Charles' cancer treatment continues, the palace said"],
  ["a résumé", "Resume\nRachel Stone, RN\nSSN 536-22-8145\nExperience: 5 years ICU, ventilators, CRRT\nReferences available"],
])("near miss: %s", (_, text) => {
  expect(assessText(text).phi).toBe(false);
});

test.each([
  ["a surname and a drug of hers", "Wojcik needs her lovenox teaching before she goes home"],
  ["an order on a line", "Karpov: 2 units prbc if hgb <7"],
  ["a bed and initials", "RG in 1104 bed 2 pulled the line again"],
  ["a plural possessive", "the Hendersons' baby failed the hearing screen and has CMV"],
  ["fields of data", "pat_id=4471029 | pat_name=FONTENOT,PATRICE | dx=G40.909"],
  ["the next sentence", "can we move Nash to the 3pm slot? he is getting his remicade"],
])("a note of the ward: %s", (_, text) => {
  expect(assessText(text).phi).toBe(true);
});

test("a test value is shown and marked", () => {
  expect(findingOf(assessText("SSN: 123-45-6789"), "us-ssn")?.evidence).toContainEqual({ kind: "test-value", name: expect.any(String) });
});

test("offsets count UTF-16 code units of the given string", () => {
  const text = "Patient 👩‍⚕️ Maria Lopez, SSN 536-22-8145, asthma.";
  const ssn = findingOf(assessText(text), "us-ssn");
  expect(text.slice(ssn?.start, ssn?.end)).toBe("536-22-8145");
});

test.each([
  ["Patient: Maria Lopez, asthma", "name-labelled", "M•••• L••••"],
  ["SSN 536-22-8145", "us-ssn", "•••-••-••45"],
  ["mail maria@example.com", "email-address", "•••••@•••••••.•••"],
  ["lives at 213 Oak Avenue", "us-street-address", "••• ••• ••••••"],
])("masks: %s", (text, ruleId, masked) => {
  const finding = findingOf(assessText(text), ruleId);
  expect(finding && maskedExcerpt(text, "text", finding)).toBe(masked);
});

test("every rule is named in two languages", () => {
  for (const { title } of RULES) expect(title.en !== "" && title.es !== "").toBe(true);
});

test("a text with more findings than a call takes arguments is assessed like any other", () => {
  const draft = { subject: "", body: { format: "text" as const, content: "555-0142 on 03/14/1961, diabetes. ".repeat(100_000) }, attachments: [], recipients: [] };
  expect(assess(draft).findings.length).toBe(200_000);
}, 60_000);
