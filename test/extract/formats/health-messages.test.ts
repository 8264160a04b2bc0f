import { assess, assessAttachment } from "../../../src/detect/index.ts";
import { attachmentText, extract } from "../../../src/extract/index.ts";

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
function read(name: string, content: string) {
  const file = attachmentText(extract({ name, bytes: latin(content) }));
  const { phi, patients } = assess({ subject: "", body: { format: "text", content: "" }, recipients: [], attachments: [assessAttachment(file, { recipients: [] })] });
  return { ...file, text: file.parts.map((part) => part.content).join("\n"), phi, patients };
}

const ADT = [
  "MSH|^~\\&|REG|NORTH|EHR|NORTH|202401020304||ADT^A01|77|P|2.5",
  "PID|1||00482913^^^NORTH^MR~900-12-3456^^^^SS||LOPEZ^MARIA^ELENA||19610314|F|||12 Oak St^^Springfield^IL^62701||2175550142|||||ACC-99881",
  "NK1|1|LOPEZ^JORGE|SPO|||2175550143",
  "PV1|1|I|4W^402^A||||1234^LANGA^ALBERT||||||||||||V778812",
  "DG1|1||E119^Type 2 diabetes mellitus^I10",
];
const ORU = [...ADT.slice(0, 2), "OBX|1|NM|4548-4^Hemoglobin A1c^LN||8.2|%|4-6|H|||F", "NTE|1||Fasting \\T\\ repeated\\.br\\next line"];

describe("HL7 v2", () => {
  test.each([["\r"], ["\n"], ["\r\n"]])("fields by their position, lines ended by %j", (end) => {
    const { text, format, status, phi, patients } = read("a.txt", ADT.join(end));
    expect([format, status, phi, patients]).toEqual(["hl7", "scanned", true, 1]);
    for (const line of ["MRN: 00482913", "SSN: 900-12-3456", "Patient name: Maria Elena Lopez", "Date of birth: 1961-03-14", "Address: 12 Oak St, Springfield, IL 62701", "Phone: 217-555-0142",
      "Account number: ACC-99881", "Next of kin: Jorge Lopez", "Attending physician: Dr Albert Langa (1234)", "Visit number: V778812", "Diagnosis: E11.9 Type 2 diabetes mellitus", "PV1-2: I"]) expect(text.split("\n")).toContain(line);
  });
  test("framed by MLLP, results with unit and range, escapes undone", () => {
    const { text, phi } = read("a.hl7", `\v${ORU.join("\r")}\r\x1c\r`);
    expect(phi).toBe(true);
    expect(text).toContain("Hemoglobin A1c: 8.2 % (4-6) H");
    expect(text).toContain("Note: Fasting & repeated\nnext line");
  });
  test("other separators, and a batch of two messages", () => {
    const second = ADT.join("\r").replace("00482913", "00551177").replace("LOPEZ^MARIA^ELENA", "KOWALSKI^PETER").replace("19610314", "19700101").replace("900-12-3456", "900-65-4321");
    const { text, patients } = read("b.hl7", `FHS|^~\\&|A\rBHS|^~\\&|A\r${ADT.join("\r")}\r${second.replace(/\|/g, "#")}`);
    expect(text).toContain("Patient name: Peter Kowalski");
    expect(patients).toBe(2);
  });
  test("a document in an observation is read", () => {
    const page = Buffer.from(`Patient: Maria Lopez, MRN 00482913. ${"Seen in clinic for asthma. ".repeat(60)}`).toString("base64");
    const file = extract({ name: "a.hl7", bytes: latin(`${ADT[0]}\rOBX|1|ED|PDF^Letter||^text^plain^Base64^${page}`) });
    expect([file.status, file.children.map(({ status }) => status)]).toEqual(["scanned", ["scanned"]]);
  });
  test.each([
    ["an acknowledgment", "MSH|^~\\&|EHR|NORTH|REG|NORTH|202401020304||ACK|78|P|2.5\rMSA|AA|77"],
    ["a staff master file", "MSH|^~\\&|HR|NORTH|EHR|NORTH|202401020304||MFN^M02|79|P|2.5\rMFI|PRA||UPD\rMFE|MAD|||1234\rSTF|1234|1234|LANGA^ALBERT^^^DR|||||||2175550111|9 Elm St^^Springfield^IL^62701\rPRA|1234|||CARDIOLOGY"],
  ])("%s is none", (_what, content) => {
    const { status, phi } = read("a.hl7", content);
    expect([status, phi]).toEqual(["scanned", false]);
  });
});

const ISA = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *240102*0304*^*00501*000000001*0*P*:~";
const claim = (id: string, given: string, family: string, born: string) =>
  `HL*2*1*22*0~SBR*P*18*GRP01******CI~NM1*IL*1*${family}*${given}****MI*W${id}~N3*12 OAK ST~N4*SPRINGFIELD*IL*62701~DMG*D8*${born}*F~NM1*PR*2*BIG PLAN*****PI*99~CLM*AC${id}*125***11:B:1*Y*A*Y*Y~HI*ABK:E119~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20240102~`;
const X837 = `${ISA}GS*HC*A*B*20240102*0304*1*X*005010X222A1~ST*837*0001~NM1*85*1*KILDARE*BEN****XX*1234567893~N3*9 ELM ST~N4*SPRINGFIELD*IL*62701~PER*IC*BEN*TE*2175550111~${claim("482913001", "MARIA", "LOPEZ", "19610314")}${claim("551177002", "PETER", "KOWALSKI", "19700101")}SE*20*0001~GE*1*1~IEA*1*000000001~`;

describe("X12", () => {
  test("claims: the patient, the plan, the diagnosis, the provider as such", () => {
    const { text, format, status, phi, patients } = read("claims.edi", X837);
    expect([format, status, phi, patients]).toEqual(["x12", "scanned", true, 2]);
    for (const line of ["Patient name: Maria Lopez", "Member ID: W482913001", "Date of birth: 1961-03-14", "Address: 12 OAK ST, SPRINGFIELD, IL 62701", "Claim number: AC482913001", "Diagnosis: ICD-10 E11.9", "Procedure: CPT 99213",
      "Date of service: 2024-01-02", "Billing provider: Dr Ben Kildare", "Payer: BIG PLAN"]) expect(text.split("\n")).toContain(line);
  });
  test("separators as the head names them", () => {
    expect(read("a.txt", X837.replace(/\*/g, "|").replace(/:/g, ">").replace(/~/g, "\n")).text).toContain("Diagnosis: ICD-10 E11.9");
  });
  test("one that ends too soon is damaged", () => {
    expect(read("a.edi", X837.slice(0, 700))).toMatchObject({ status: "partial", reason: "damaged" });
  });
  test("an acknowledgment is none", () => {
    expect(read("a.edi", `${ISA}GS*FA*A*B*20240102*0304*1*X*005010X231A1~ST*999*0001~AK1*HC*1*005010X222A1~AK2*837*0001~IK5*A~AK9*A*1*1*1~SE*6*0001~GE*1*1~IEA*1*000000001~`).phi).toBe(false);
  });
});

test("NCPDP: a pharmacy's claim", () => {
  const { text, format, phi, patients } = read("b1.ncpdp", "610066D0B1PCN       1011234567893     20240102          \x1e\x1cAM01\x1cC419610314\x1cC52\x1cCAMARIA\x1cCBLOPEZ\x1cCM12 OAK ST\x1cCNSPRINGFIELD\x1cCOIL\x1cCP62701\x1cCQ2175550142\x1e\x1cAM04\x1cC2W482913001\x1cC1RXGRP\x1d\x1e\x1cAM07\x1cEM1\x1cD21234567\x1cE103\x1cD700093505698\x1cE730000\x1e\x1cAM03\x1cEZ01\x1cDB1234567893\x1cDRLANGA\x1e\x1cAM13\x1cDOE119");
  expect([format, phi, patients]).toEqual(["ncpdp", true, 1]);
  for (const line of ["Patient name: Maria Lopez", "Date of birth: 1961-03-14", "Cardholder ID: W482913001", "NDC: 00093505698", "Prescriber: Dr Langa", "Prescription number: 1234567", "Pharmacy NPI: 1234567893"]) expect(text.split("\n")).toContain(line);
});
