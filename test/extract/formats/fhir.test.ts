import { assess, assessAttachment } from "../../../src/detect/index.ts";
import { attachmentText, extract } from "../../../src/extract/index.ts";

function read(content: string) {
  const file = attachmentText(extract({ name: "a.json", bytes: new Uint8Array(Buffer.from(content)) }));
  const { phi, patients } = assess({ subject: "", body: { format: "text", content: "" }, recipients: [], attachments: [assessAttachment(file, { recipients: [] })] });
  return { ...file, text: file.parts.map((part) => part.content).join("\n"), phi, patients };
}

const PATIENT = {
  resourceType: "Patient", identifier: [{ type: { coding: [{ code: "MR" }] }, value: "00482913" }], name: [{ family: "Lopez", given: ["Maria", "Elena"] }], birthDate: "1961-03-14",
  telecom: [{ system: "phone", value: "2175550142" }], address: [{ line: ["12 Oak St"], city: "Springfield", state: "IL", postalCode: "62701" }], text: { div: "<div>Seen <b>today</b></div>" },
};
const OBSERVATION = { resourceType: "Observation", code: { coding: [{ code: "4548-4", display: "Hemoglobin A1c" }] }, valueQuantity: { value: 8.2, unit: "%" } };
const PRACTITIONER = { resourceType: "Practitioner", identifier: [{ system: "http://hl7.org/fhir/sid/us-npi", value: "1234567893" }], name: [{ family: "Langa", given: ["Albert"] }] };

describe("FHIR", () => {
  test("a bundle: whose each value is", () => {
    const { format, status, text, phi, patients } = read(JSON.stringify({ resourceType: "Bundle", entry: [{ resource: PATIENT }, { resource: OBSERVATION }, { resource: PRACTITIONER }] }));
    expect([format, status, phi, patients]).toEqual(["fhir", "scanned", true, 1]);
    for (const line of ["Patient name: Maria Elena Lopez", "MRN: 00482913", "Date of birth: 1961-03-14", "Phone: 217-555-0142", "Address: 12 Oak St, Springfield, IL 62701", "4548-4 Hemoglobin A1c: 8.2 %", "Provider: Dr Albert Langa", "NPI: 1234567893"]) expect(text.split("\n")).toContain(line);
    expect(text).toContain("Seen today");
  });
  test("one resource a line", () => {
    expect(read(`${JSON.stringify(PATIENT)}\n${JSON.stringify(OBSERVATION)}\n`)).toMatchObject({ status: "scanned", phi: true });
  });
  test("providers alone are none", () => {
    expect(read(JSON.stringify(PRACTITIONER)).phi).toBe(false);
  });
  test("cut short it is damaged, and what is left is kept", () => {
    expect(read(JSON.stringify(PATIENT).slice(0, -3))).toMatchObject({ status: "partial", reason: "damaged", phi: true });
  });
});
