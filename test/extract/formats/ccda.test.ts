import { assess, assessAttachment } from "../../../src/detect/index.ts";
import { attachmentText, extract } from "../../../src/extract/index.ts";

const CCD = `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>Continuity of Care</title><recordTarget><patientRole><id root="1.2.3" extension="00482913"/>
<addr><streetAddressLine>12 Oak St</streetAddressLine><city>Springfield</city><state>IL</state><postalCode>62701</postalCode></addr><telecom value="tel:2175550142"/>
<patient><name><given>Maria</given><family>Lopez</family></name><birthTime value="19610314"/></patient></patientRole></recordTarget>
<author><assignedAuthor><assignedPerson><name><given>Albert</given><family>Langa</family></name></assignedPerson></assignedAuthor></author>
<component><section><title>Results</title><text><table><tr><th>Test</th><th>Value</th></tr><tr><td>Hemoglobin A1c</td><td>8.2 %</td></tr></table><paragraph>Type 2 diabetes mellitus</paragraph></text>
<entry><observation><value displayName="Asthma"/></observation></entry></section></component></ClinicalDocument>`;

function read(content: string) {
  const file = attachmentText(extract({ name: "a.xml", bytes: new Uint8Array(Buffer.from(content)) }));
  const { phi, patients } = assess({ subject: "", body: { format: "text", content: "" }, recipients: [], attachments: [assessAttachment(file, { recipients: [] })] });
  return { ...file, lines: file.parts.flatMap((part) => part.content.split("\n")), phi, patients };
}

test("C-CDA: whose each value is, sections, tables and entries", () => {
  const { format, status, lines, phi, patients } = read(CCD);
  expect([format, status, phi, patients]).toEqual(["ccda", "scanned", true, 1]);
  for (const line of ["MRN: 00482913", "Patient name: Maria Lopez", "Date of birth: 1961-03-14", "Address: 12 Oak St, Springfield, IL 62701", "Phone: 217-555-0142", "Author: Dr Albert Langa", "Test\tValue", "Hemoglobin A1c\t8.2 %", "Type 2 diabetes mellitus", "Value: Asthma"]) expect(lines).toContain(line);
});

test("C-CDA cut short is damaged", () => {
  expect(read(CCD.slice(0, -20))).toMatchObject({ status: "partial", reason: "damaged" });
});
