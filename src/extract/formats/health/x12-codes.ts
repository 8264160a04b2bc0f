/** What codes of ASC X12 005010 health care transactions mean in words (the TR3 guides of 837, 835, 834, 270/271, 276/277, 278). */

/** ST01 -> what the transaction is. */
export const TRANSACTIONS: Readonly<Record<string, string>> = {
  837: "Health care claim", 835: "Health care claim payment", 834: "Benefit enrollment", 270: "Health plan eligibility inquiry", 271: "Health plan eligibility response",
  276: "Health care claim status request", 277: "Health care claim status", 278: "Health care services review", 275: "Patient information", 820: "Premium payment", 999: "Acknowledgment", 997: "Acknowledgment",
};

/** NM101 of one who receives care. */
export const PATIENTS: Readonly<Record<string, string>> = { QC: "Patient name", IL: "Subscriber", "03": "Dependent", 74: "Patient name", 70: "Patient name", QD: "Responsible party", GD: "Guardian", S3: "Parent", EXS: "Ex-spouse", S1: "Parent" };

/** NM101 of one who gives care. */
export const PROVIDERS: Readonly<Record<string, string>> = {
  85: "Billing provider", 82: "Rendering provider", DN: "Referring provider", P3: "Primary care provider", DK: "Ordering provider", DQ: "Supervising provider", 71: "Attending provider", 72: "Operating provider",
  73: "Other provider", ZZ: "Other provider", 77: "Service facility", 87: "Pay-to provider", FA: "Facility", "1P": "Provider", SJ: "Service provider", PE: "Payee",
};

/** NM101 and N101 of companies. */
export const COMPANIES: Readonly<Record<string, string>> = { 40: "Receiver", 41: "Submitter", PR: "Payer", PRP: "Primary payer", SEP: "Secondary payer", TTP: "Tertiary payer", TT: "Payer", IN: "Insurer", P5: "Plan sponsor", X3: "Review organization", BO: "Broker" };

/** NM108 -> what the number in NM109 is. */
export const NUMBERS: Readonly<Record<string, string>> = { MI: "Member ID", MR: "Medicaid number", XX: "NPI", 34: "SSN", FI: "Tax ID", 24: "Tax ID", C: "Member ID", HN: "Member ID", MC: "Medicaid number", ZZ: "Member ID", II: "Member ID" };

/** REF01. */
export const REFERENCES: Readonly<Record<string, string>> = {
  SY: "SSN", "1W": "Member ID", "0F": "Subscriber number", "1L": "Group number", "6P": "Group number", EJ: "Patient account number", EA: "MRN", "9F": "Referral number", G1: "Authorization number", D9: "Claim number", F8: "Claim number",
  "1K": "Claim number", IG: "Policy number", Y4: "Claim number", EI: "Tax ID", TJ: "Tax ID", NQ: "Medicaid number", F6: "Medicare number", 23: "Member ID", "17": "Group number", "0B": "Provider license number", "1G": "Provider UPIN", LU: "Location number",
  HPI: "NPI", X4: "CLIA number", "6R": "Line item number", XZ: "Prescription number", BLT: "Bill type",
};

/** DTP01 and DTM01. */
export const DATES: Readonly<Record<string, string>> = {
  472: "Date of service", 232: "Date of service", 233: "Date of service", 150: "Date of service", 151: "Date of service", 431: "Onset", 435: "Admitted", "096": "Discharged", 454: "Initial treatment", 439: "Accident", 484: "Last menstrual period",
  304: "Last seen", 455: "Last X-ray", 471: "Prescription date", 573: "Paid", 434: "Date of service", 348: "Benefit begins", 349: "Benefit ends", 356: "Eligible from", 357: "Eligible until", 291: "Plan dates", 307: "Eligibility", "050": "Received",
};

/** First component of HI: lists of diagnoses, of procedures, of other codes. */
export const DIAGNOSES: Readonly<Record<string, string>> = { ABK: "ICD-10", ABF: "ICD-10", ABJ: "ICD-10", APR: "ICD-10", ABN: "ICD-10", BK: "ICD-9", BF: "ICD-9", BJ: "ICD-9", PR: "ICD-9", BN: "ICD-9" };
export const PROCEDURES: Readonly<Record<string, string>> = { BBR: "ICD-10-PCS", BBQ: "ICD-10-PCS", BR: "ICD-9", BQ: "ICD-9", BP: "HCPCS", BO: "HCPCS" };
/** Qualifiers of service lines. */
export const SERVICE_CODES: Readonly<Record<string, string>> = { HC: "CPT", N4: "NDC", AD: "CDT", NU: "revenue code" };
