/** What the fields of HL7 v2 segments hold (HL7 v2.5.1, chapters 3, 4, 6, 7 and 10), as far as they get a label. */

/** How a field is written: the data types of chapter 2A, by what is made of them. */
export type FieldType =
  /** As it stands, components parted by spaces. */
  | "text"
  /** TS, DT, DTM. */
  | "date"
  /** XPN: family^given^middle^suffix^prefix. */
  | "name"
  /** XCN: number^family^given^middle^suffix^prefix, of one who gives care. */
  | "provider"
  /** CX: number^check^scheme^authority^type. */
  | "id"
  /** XAD: street^other^city^state^zip^country. */
  | "address"
  /** XTN: number^use^equipment^e-mail^country^area^local. */
  | "phone"
  /** CE, CWE: code^text^system. */
  | "code"
  /** EI: number^namespace. */
  | "first";

export interface FieldMeaning {
  readonly label: string;
  readonly type: FieldType;
}

const TYPES: Readonly<Record<string, FieldType>> = { "-": "text", "#": "date", "@": "name", "!": "provider", "%": "id", "&": "address", "+": "phone", "=": "code", "~": "first" };

/** One segment a line: its name, then for each field how many numbers it lies behind the one before (nothing: the next), the mark of its type, its label. */
const FIELDS = `
MSH 7#Message time2-Message type
EVN 2#Event time3!Operator
PID 2%Patient ID%MRN%Alternate patient ID@Patient name@Mother's maiden name#Date of birth-Sex@Patient alias=Race&Address-County+Phone+Work phone=Language=Marital status=Religion~Account number~SSN~Driver's license%Mother's MRN=Ethnicity-Birth place6#Date of death
MRG %MRN2~Account number4@Patient name
PD1 4!Primary care physician
NK1 2@Next of kin=Relationship&Address of next of kin+Phone of next of kin+Work phone of next of kin10#Birth date of next of kin14@Contact+Contact phone2%Number of next of kin4~SSN of next of kin
GT1 2%Guarantor number@Guarantor@Guarantor's spouse&Address of guarantor+Phone of guarantor+Work phone of guarantor#Birth date of guarantor4~SSN of guarantor7%Employee ID of guarantor
IN1 2=Insurance plan%Insurance company number-Insurance company&Address of insurance company2+Insurance company's phone~Group number-Group name3#Plan effective#Plan expires3@Insured=Insured's relationship to patient#Birth date of insured&Address of insured17~Policy number13%Member ID
IN2 %Employee ID of insured~SSN of insured4~Medicare number2~Medicaid number18%Member ID35%Member ID2+Phone of insured
PV1 3-Location4!Attending physician!Referring physician!Consulting physician8!Admitting physician2~Visit number25#Admitted#Discharged5~Alternate visit number2!Other physician
PV2 3=Admission reason
ROL 4!Provider
PRD 2@Provider2-Provider location3~Provider number
ORC 2~Order number~Filler order number6#Order time!Entered by!Verified by!Ordering physician
OBR 2~Order number~Filler order number=Test ordered3#Collected3!Collector3-Clinical information3!Ordering physician2~Accession number4#Reported6!Result copied to physician3=Reason for study!Interpreting physician!Assistant interpreter!Technician
SPM 2~Specimen number2=Specimen13#Collected
NTE 3-Note
DG1 3=Diagnosis-Diagnosis#Diagnosed11!Diagnosing physician
PR1 3=Procedure-Procedure#Procedure date3!Anesthesiologist3!Surgeon!Procedure practitioner
AL1 3=Allergy-Severity-Reaction#Identified
IAM 3=Allergy2-Reaction
DRG =Diagnosis related group
RXA 3#Given2=Medication given-Dose=Dose unit3!Given by provider5~Lot number
RXE -Dosing=Medication-Dose2=Dose unit2=Instructions6!Prescriber2~Prescription number
RXO =Medication-Dose2=Dose unit3=Instructions7!Prescriber
RXD 2=Medication dispensed#Dispensed-Amount3~Prescription number3!Dispensing provider
RXR =Route
TXA 2-Document type2#Document time5!Originator!Assigned author!Transcriptionist~Document number~Parent document number9!Authenticated by
SCH ~Appointment number~Filler appointment number4=Appointment event=Appointment reason=Appointment type3-Appointment time!Placer contact4!Filler contact
AIS 3=Service#Appointment time
AIP 3!Provider3#Appointment time
AIL 3-Location
FT1 2~Transaction number2#Transaction date3=Charge4-Amount8=Diagnosis!Performed by provider!Ordered by provider4=Procedure
ACC #Accident date=Accident
CON 3-Consent
STF 2%Staff number@Staff7+Staff phone&Staff address
`;

/** Made when first asked: the handler starts for every mail. */
let made: ReadonlyMap<string, FieldMeaning> | undefined;

/** What a field means, such as that of `PID` with the number 3; undefined where the table has none. */
export function hl7Field(segment: string, number: number): FieldMeaning | undefined {
  made ??= new Map(FIELDS.trim().split("\n").flatMap(fieldsOf));
  return made.get(`${segment}-${number}`);
}

function fieldsOf(segment: string): readonly (readonly [string, FieldMeaning])[] {
  let number = 0;
  return Array.from(segment.slice(4).matchAll(/(\d{0,2})([-#@!%&+=~])([a-z' ]+)/gi), ([, gap, mark = "", label = ""]) => {
    number += Number(gap || 1);
    return [`${segment.slice(0, 3)}-${number}`, { label, type: TYPES[mark] as FieldType }];
  });
}

/** CX-5 (table 0203) -> what such a number is called. */
export const ID_TYPES: Readonly<Record<string, string>> = {
  MR: "MRN", PI: "MRN", PT: "MRN", MRN: "MRN", SS: "SSN", SSN: "SSN", DL: "Driver's license", AN: "Account number", VN: "Visit number", PPN: "Passport number", MC: "Medicare number", MA: "Medicaid number",
  MB: "Member ID", SN: "Subscriber number", HC: "Member ID", NPI: "NPI", EI: "Employee ID", TAX: "Tax ID",
};
