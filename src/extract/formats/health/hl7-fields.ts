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

/** One segment a line: its name, then `number type label` for each field. */
const FIELDS = `
MSH 9 text Message type;7 date Message time
EVN 2 date Event time;5 provider Operator
PID 2 id Patient ID;3 id MRN;4 id Alternate patient ID;5 name Patient name;6 name Mother's maiden name;7 date Date of birth;8 text Sex;9 name Patient alias;10 code Race;11 address Address;12 text County;13 phone Phone;14 phone Work phone;15 code Language;16 code Marital status;17 code Religion;18 first Account number;19 first SSN;20 first Driver's license;21 id Mother's MRN;22 code Ethnicity;23 text Birth place;29 date Date of death
MRG 1 id MRN;3 first Account number;7 name Patient name
PD1 4 provider Primary care physician
NK1 2 name Next of kin;3 code Relationship;4 address Address of next of kin;5 phone Phone of next of kin;6 phone Work phone of next of kin;16 date Birth date of next of kin;30 name Contact;31 phone Contact phone;33 id Number of next of kin;37 first SSN of next of kin
GT1 2 id Guarantor number;3 name Guarantor;4 name Guarantor's spouse;5 address Address of guarantor;6 phone Phone of guarantor;7 phone Work phone of guarantor;8 date Birth date of guarantor;12 first SSN of guarantor;19 id Employee ID of guarantor
IN1 2 code Insurance plan;3 id Insurance company number;4 text Insurance company;5 address Address of insurance company;7 phone Insurance company's phone;8 first Group number;9 text Group name;12 date Plan effective;13 date Plan expires;16 name Insured;17 code Insured's relationship to patient;18 date Birth date of insured;19 address Address of insured;36 first Policy number;49 id Member ID
IN2 1 id Employee ID of insured;2 first SSN of insured;6 first Medicare number;8 first Medicaid number;26 id Member ID;61 id Member ID;63 phone Phone of insured
PV1 3 text Location;7 provider Attending physician;8 provider Referring physician;9 provider Consulting physician;17 provider Admitting physician;19 first Visit number;44 date Admitted;45 date Discharged;50 first Alternate visit number;52 provider Other physician
PV2 3 code Admission reason
ROL 4 provider Provider
PRD 2 name Provider;4 text Provider location;7 first Provider number
ORC 2 first Order number;3 first Filler order number;9 date Order time;10 provider Entered by;11 provider Verified by;12 provider Ordering physician
OBR 2 first Order number;3 first Filler order number;4 code Test ordered;7 date Collected;10 provider Collector;13 text Clinical information;16 provider Ordering physician;18 first Accession number;22 date Reported;28 provider Result copied to physician;31 code Reason for study;32 provider Interpreting physician;33 provider Assistant interpreter;34 provider Technician
SPM 2 first Specimen number;4 code Specimen;17 date Collected
NTE 3 text Note
DG1 3 code Diagnosis;4 text Diagnosis;5 date Diagnosed;16 provider Diagnosing physician
PR1 3 code Procedure;4 text Procedure;5 date Procedure date;8 provider Anesthesiologist;11 provider Surgeon;12 provider Procedure practitioner
AL1 3 code Allergy;4 text Severity;5 text Reaction;6 date Identified
IAM 3 code Allergy;5 text Reaction
DRG 1 code Diagnosis related group
RXA 3 date Given;5 code Medication given;6 text Dose;7 code Dose unit;10 provider Given by provider;15 first Lot number
RXE 1 text Dosing;2 code Medication;3 text Dose;5 code Dose unit;7 code Instructions;13 provider Prescriber;15 first Prescription number
RXO 1 code Medication;2 text Dose;4 code Dose unit;7 code Instructions;14 provider Prescriber
RXD 2 code Medication dispensed;3 date Dispensed;4 text Amount;7 first Prescription number;10 provider Dispensing provider
RXR 1 code Route
TXA 2 text Document type;4 date Document time;9 provider Originator;10 provider Assigned author;11 provider Transcriptionist;12 first Document number;13 first Parent document number;22 provider Authenticated by
SCH 1 first Appointment number;2 first Filler appointment number;6 code Appointment event;7 code Appointment reason;8 code Appointment type;11 text Appointment time;12 provider Placer contact;16 provider Filler contact
AIS 3 code Service;4 date Appointment time
AIP 3 provider Provider;6 date Appointment time
AIL 3 text Location
FT1 2 first Transaction number;4 date Transaction date;7 code Charge;11 text Amount;19 code Diagnosis;20 provider Performed by provider;21 provider Ordered by provider;25 code Procedure
ACC 1 date Accident date;2 code Accident
CON 3 text Consent
STF 2 id Staff number;3 name Staff;10 phone Staff phone;11 address Staff address
`;

export const HL7_FIELDS: ReadonlyMap<string, FieldMeaning> = new Map(
  FIELDS.trim().split("\n").flatMap((segment) =>
    segment.slice(4).split(";").map((field): readonly [string, FieldMeaning] => {
      const [number, type, ...label] = field.split(" ");
      return [`${segment.slice(0, 3)}-${number}`, { label: label.join(" "), type: type as FieldType }];
    })),
);

/** CX-5 (table 0203) -> what such a number is called. */
export const ID_TYPES: Readonly<Record<string, string>> = {
  MR: "MRN", PI: "MRN", PT: "MRN", MRN: "MRN", SS: "SSN", SSN: "SSN", DL: "Driver's license", AN: "Account number", VN: "Visit number", PPN: "Passport number", MC: "Medicare number", MA: "Medicaid number",
  MB: "Member ID", SN: "Subscriber number", HC: "Member ID", NPI: "NPI", EI: "Employee ID", TAX: "Tax ID",
};
