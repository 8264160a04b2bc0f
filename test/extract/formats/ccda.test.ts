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

const person = (given: string, family: string): string => `<name><given>${given}</given><family>${family}</family></name>`;

function around(element: string): string {
  return CCD.replace("</recordTarget>", `</recordTarget>${element}`);
}

test.each([
  ["a guardian", CCD.replace("</patient>", `<guardian><id root="1.2.9" extension="77001"/><guardianPerson>${person("Ralph", "Moreno")}</guardianPerson></guardian></patient>`), "Guardian: Ralph Moreno"],
  ["an informant", around(`<informant><relatedEntity classCode="PRS"><relatedPerson>${person("Rose", "Everly")}</relatedPerson></relatedEntity></informant>`), "Next of kin: Rose Everly"],
  ["one to call", around(`<participant><associatedEntity classCode="ECON"><associatedPerson>${person("Frank", "Dolan")}</associatedPerson></associatedEntity></participant>`), "Contact: Frank Dolan"],
  ["the holder of a policy", around(`<participant typeCode="HLD"><participantRole><id root="1.2.7" extension="880011"/><playingEntity><name>Robert Dolan</name></playingEntity></participantRole></participant>`), "Related entity: Robert Dolan"],
  ["an author", around(`<author><assignedAuthor><id root="1.2.8" extension="KP00017"/><telecom value="tel:2175550143"/><assignedPerson>${person("Henry", "Sevens")}</assignedPerson></assignedAuthor></author>`), "Author: Dr Henry Sevens"],
  ["a performer", around(`<performer><assignedEntity><id root="1.2.8" extension="43252"/><assignedPerson>${person("Henry", "Sevens")}</assignedPerson></assignedEntity></performer>`), "Provider: Dr Henry Sevens"],
])("%s is a person of the document, and no further patient", (_what, content, line) => {
  const { lines, patients, phi } = read(content);
  expect(lines).toContain(line);
  expect({ patients, phi }).toEqual({ patients: 1, phi: true });
  expect(lines.filter((one) => one.startsWith("MRN: "))).toEqual(["MRN: 00482913"]);
});

test("further ids of the record target are one patient's, those of another target are another's", () => {
  expect(read(CCD.replace("<addr>", '<id root="1.2.4" extension="55120077"/><addr>'))).toMatchObject({ patients: 1 });
  const second = `<recordTarget><patientRole><id root="1.2.3" extension="00482914"/><patient>${person("Bo", "Kim")}</patient></patientRole></recordTarget>`;
  expect(read(around(second))).toMatchObject({ patients: 2 });
});

test("a LOINC name with its PT and BLD is nobody", () => {
  expect(read(CCD.replace("Asthma", "POTASSIUM:SCNC:PT:BLD:QN:"))).toMatchObject({ patients: 1 });
});

const bodied = (attributes: string, content: string): string => CCD.replace(/<component>.*<\/component>/s, `<component><nonXMLBody><text ${attributes}>${content}</text></nonXMLBody></component>`);

test("a body that is another document, as base64, is read as a file", () => {
  const rtf = Buffer.from("{\\rtf1 Seen for asthma}").toString("base64");
  const { status, lines } = read(bodied('mediaType="text/rtf" representation="B64"', `\n${rtf.slice(0, 8)}\n${rtf.slice(8)}\n`));
  expect(status).toBe("scanned");
  expect(lines).toContain("Seen for asthma");
});

test.each([
  ["is no base64", 'mediaType="text/rtf" representation="B64"', "a?b", "damaged"],
  ["is packed", 'mediaType="text/rtf" representation="B64" compression="DF"', "YWJj", "unsupported"],
])("a body that %s is not called read", (_what, attributes, content, reason) => {
  expect(read(bodied(attributes, content))).toMatchObject({ status: "partial", reason });
});
