/** Tables as the readers of attachments give them: tabs between cells, none behind the last one that is filled. */
import { assess, assessAttachment } from "../../src/detect/index.ts";
import type { Finding } from "../../src/contract/index.ts";

function readTable(...lines: readonly string[]) {
  const content = lines.join("\n");
  const sheet = assessAttachment({ name: "list.xlsx", parts: [{ format: "text", content, place: { kind: "sheet", number: 1 } }], status: "scanned" }, { recipients: [] });
  const { phi, patients, findings } = assess({ subject: "", body: { format: "text", content: "See attached." }, recipients: [], attachments: [sheet] });
  const cells = findings.filter(({ where }) => where.kind === "attachment").map((f: Finding) => ({ ...f, text: content.slice(f.start, f.end) }));
  const of = (ruleId: string): readonly string[] => cells.filter((cell) => cell.ruleId === ruleId).map(({ text }) => text);
  return { phi, patients, cells, of };
}

test("a row whose last cells are empty counts as far as it goes", () => {
  const { of, patients } = readTable("Patient\tMRN\tDOB\tDx", "Maria Lopez\t4829131\t03/14/1961\tE11.9", "Bo Kim\t4829132", "Eva Cruz\t4829133\t03/16/1963", "Al Roe\t4829134\t03/17/1964\tJ45\tsee note");
  expect(of("mrn")).toEqual(["4829131", "4829132", "4829133", "4829134"]);
  expect(of("name-labelled")).toEqual(["Maria Lopez", "Bo Kim", "Eva Cruz", "Al Roe"]);
  expect(patients).toBe(4);
});

test("a title above, empty cells before the head, blank lines and titles of groups between the rows", () => {
  const { of } = readTable("Patients of the week", "", "\tName\tMRN\tDx", "", "\tMaria Lopez\t4829131\tAsthma", "Second floor", "\tBo Kim\t4829132", "", "\tEva Cruz\t4829133\tFlu");
  expect(of("mrn")).toEqual(["4829131", "4829132", "4829133"]);
});

test("a further head ends the table", () => {
  const { of } = readTable("Patient\tMRN", "Maria Lopez\t4829131", "", "Name\tPhone", "Bo Kim\t4829132");
  expect(of("mrn")).toEqual(["4829131"]);
});

test("prose behind a table is none of its rows", () => {
  expect(readTable("Patient\tMRN", "Maria Lopez\t4829131", "", "Thanks,", "Bo", "", "Room\t4829132").of("mrn")).toEqual(["4829131"]);
});

test("between commas, rows of another length are left alone", () => {
  expect(readTable("patient,mrn,dx", "Maria,4829131,Asthma", "Bo,4829132", "Cruz,Eva,4829133,Flu").of("mrn")).toEqual(["4829131"]);
});

test.each([
  ["mrn", "Med Rec #"], ["mrn", "Medical Record Number"], ["mrn", "Patient Identifier"], ["mrn", "PATIENT_ID"], ["mrn", "patientId"], ["mrn", "Record No."], ["es-record-number", "NHC"], ["es-record-number", "Historia clínica"], ["es-record-number", "N.º historia"],
  ["health-plan-id", "Subscriber ID"], ["health-plan-id", "Ins ID"], ["us-phone", "Phone #"], ["us-phone", "Home Phone"], ["us-phone", "Teléfono"],
])("%s under the head %s", (ruleId, head) => {
  expect(readTable(`Paciente\tDx\t${head}`, "Maria Lopez\tE11.9\t4829131").of(ruleId)).toEqual(["4829131"]);
});

test.each(["DOB", "D.O.B.", "Birthdate", "Birth Date", "BirthDate", "PAT_DOB", "DOB (mm/dd/yyyy)", "Fecha nac.", "Fecha de nacimiento", "F. nacimiento"])("a date of birth under the head %s", (head) => {
  expect(readTable(`Patient\t${head}`, "Maria Lopez\t03/14/1961").of("date-of-birth")).toEqual(["03/14/1961"]);
});

test.each(["Date of Service", "DOS", "Appt Date"])("under %s stands a date, which is no birth date", (head) => {
  const { of } = readTable(`Patient\tDx\t${head}`, "Maria Lopez\tE11.9\t03/14/2024");
  expect([of("date"), of("date-of-birth")]).toEqual([["03/14/2024"], []]);
});

test.each(["Dx", "Dx Code", "Dx 1", "ICD-10 Code", "Visit Reason", "Diagnóstico", "Motivo de consulta"])("care is told under the head %s", (head) => {
  expect(readTable(`Patient\t${head}`, "Maria Lopez\tQuarterly glucose talk").of("diagnosis")).toEqual(["Quarterly glucose talk"]);
});

test.each([["Pt Last", "Pt First"], ["Last Name", "First Name"], ["LAST_NAME", "FIRST_NAME"], ["LastName", "FirstName"], ["Apellidos", "Nombre"]])("%s and %s are one name, so that a row is one patient", (last, first) => {
  const { of, patients } = readTable(`${last}\t${first}\tDx`, "Lopez\tMaria\tE11.9", "Lopez\tAna\tJ45", "Lopez\tEva", "Kim\tBo\tI10");
  expect(of("name-labelled")).toEqual(["Lopez\tMaria", "Lopez\tAna", "Lopez\tEva", "Kim\tBo"]);
  expect(patients).toBe(4);
});

test.each(["Provider", "Physician", "Attending Physician", "Médico"])("who stands under %s is no patient", (head) => {
  const { cells, patients } = readTable(`Patient\t${head}\tDx`, "Maria Lopez\tJane Roe\tE11.9", "Maria Lopez\tAlbert Langa\tJ45");
  expect(patients).toBe(1);
  expect(cells.filter(({ text }) => /Roe|Langa/.test(text)).map(({ role, phi }) => [role, phi])).toEqual([["provider", false], ["provider", false]]);
});

test.each([
  ["a schedule of patients", ["Time\tPatient\tProvider", "9:00\tMaria Lopez\tJane Roe", "9:30\tBo Kim\tJane Roe", "10:00\t\tJane Roe"], 2],
  ["patients with their telephone numbers", ["Patient Last\tPatient First\tDOB\tPhone", "Lopez\tMaria\t03/14/1961\t305-555-0142", "Kim\tBo\t03/15/1963"], 2],
  ["a Spanish list", ["NHC\tApellidos\tNombre\tFecha nac.\tDiagnóstico", "48291\tLópez Ruiz\tMaría\t14/03/1961\tAsma", "48292\tRuiz Gil\tAna\t14/04/1962", "48293\tGil\tEva"], 3],
])("%s is of patients", (_what, lines, patients) => {
  expect(readTable(...lines)).toMatchObject({ phi: true, patients });
});

test.each([
  ["staff", ["Name\tExtension\tStart Date\tPosition", "Ann Bell\t4410\t03/04/2019\tBilling", "Carl Moss\t4411\t05/06/2020\tNurse"]],
  ["staff with birth dates", ["Last Name\tFirst Name\tDOB\tHire Date", "Bell\tAnn\t03/04/1980\t05/06/2020", "Moss\tCarl\t03/04/1985"]],
  ["stock", ["Item\tCondition\tResult\tLot #", "Acme Drill\tGood\tPassed\t44120", "Moss Saw\tFair\tFailed\t44121"]],
  ["a timesheet", ["Employee\tProvider\tDate of Service\tHours", "Ann Bell\tCarl Moss\t05/06/2020\t8", "Dan Hill\tCarl Moss\t05/07/2020\t7"]],
  ["a garage's jobs", ["Client\tDate of Service\tReason\tAccount #", "Ann Bell\t05/06/2020\tOil change\t44121", "Carl Moss\t05/06/2020\tBrakes\t44122"]],
  ["a help desk's calls", ["Name\tPhone\tProblem", "Ann Bell\t305-555-0100\tPrinter jam", "Carl Moss\t305-555-0101\tNo signal"]],
  ["visitors", ["Last Name\tFirst Name\tPhone #\tVisit Reason", "Bell\tAnn\t305-555-0100\tInterview", "Moss\tCarl\t305-555-0101\tDelivery"]],
  ["providers", ["Provider\tPhone\tNPI", "Jane Roe\t305-555-0100\t1234567893", "Albert Langa\t305-555-0101\t1245319599"]],
])("%s: nobody's care", (_what, lines) => {
  expect(readTable(...lines)).toMatchObject({ phi: false, patients: 0 });
});
