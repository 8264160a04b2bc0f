import type { Format } from "../../format.ts";
import { CCDA } from "./ccda.ts";
import { DICOM } from "./dicom.ts";
import { FHIR } from "./fhir.ts";
import { HL7 } from "./hl7.ts";
import { NCPDP } from "./ncpdp.ts";
import { X12 } from "./x12.ts";

export const HEALTH_FORMATS: readonly Format[] = [DICOM, HL7, X12, NCPDP, FHIR, CCDA];
