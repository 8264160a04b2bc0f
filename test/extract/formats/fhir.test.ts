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

const BUNDLE = `<?xml version="1.0"?><Bundle xmlns="http://hl7.org/fhir"><entry><resource><Patient><text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml"><p>Seen <b>today</b></p><p>with her son</p></div></text>
<identifier><type><coding><code value="MR"/></coding></type><value value="00482913"/></identifier><name><family value="Lopez"/><given value="Maria"/><given value="Elena"/></name><telecom><system value="phone"/><value value="2175550142"/></telecom>
<birthDate value="1961-03-14"><extension url="http://example.com/time"><valueString value="before noon"/></extension></birthDate><address><line value="12 Oak St"/><city value="Springfield"/><state value="IL"/><postalCode value="62701"/></address></Patient></resource></entry>
<entry><resource><Observation><code><coding><code value="4548-4"/><display value="Hemoglobin A1c"/></coding></code><valueQuantity><value value="8.2"/><unit value="%"/></valueQuantity></Observation></resource></entry>
<!-- her mother has asthma --><entry><resource><Practitioner><name><family value="Langa"/><given value="Albert"/></name></Practitioner></resource></entry></Bundle>`;

describe("FHIR in XML", () => {
  test("whose each value is, as in JSON", () => {
    const { format, status, text, phi, patients } = read(BUNDLE);
    expect([format, status, phi, patients]).toEqual(["fhir", "scanned", true, 1]);
    for (const line of ["Patient name: Maria Elena Lopez", "MRN: 00482913", "Date of birth: 1961-03-14", "valueString: before noon", "Phone: 217-555-0142", "Address: 12 Oak St, Springfield, IL 62701", "4548-4 Hemoglobin A1c: 8.2 %", "Provider: Dr Albert Langa", "her mother has asthma"]) expect(text.split("\n")).toContain(line);
    expect(text).toMatch(/Seen\s+today\s+with her son/);
  });
  test("with a prefix, and one document behind another", () => {
    const patient = (family: string): string => `<f:Patient xmlns:f="http://hl7.org/fhir"><f:name><f:family value="${family}"/></f:name></f:Patient>`;
    const { format, text } = read(patient("Lopez") + patient("Kim"));
    expect(format).toBe("fhir");
    expect(text).toMatch(/Patient name: Lopez[\s\S]*Patient name: Kim/);
  });
  test("a document inside is opened", () => {
    const { text, status } = read(`<DocumentReference xmlns="http://hl7.org/fhir"><content><attachment><contentType value="text/plain"/><data value="${Buffer.from("Seen for asthma").toString("base64")}"/></attachment></content></DocumentReference>`);
    expect(status).toBe("scanned");
    expect(text).toContain("Seen for asthma");
  });
  test("other XML that names FHIR is none", () => {
    expect(read('<?xml version="1.0"?><note about="http://hl7.org/fhir">text</note>').format).toBe("xml");
  });
  test("deep nesting is not called read", () => {
    expect(read(`<Bundle xmlns="http://hl7.org/fhir">${"<entry>".repeat(5000)}${"</entry>".repeat(5000)}</Bundle>`)).toMatchObject({ status: "partial", reason: "too-large" });
  });
  test("cut anywhere it is never called read, and what is left is kept", () => {
    for (let length = 60; length < BUNDLE.length; length += 41) expect(read(BUNDLE.slice(0, length)).status).not.toBe("scanned");
    expect(read(BUNDLE.slice(0, -30))).toMatchObject({ status: "partial", reason: "damaged", phi: true, patients: 1 });
  });
});
