/** The pack: every rule, one line to import and one to list. `npm run new:rule` adds both. */
import { accountNumber } from "./account-number.ts";
import { ageOver89 } from "./age-over-89.ts";
import { biometric } from "./biometric.ts";
import { bodyPart } from "./body-part.ts";
import { careEvent } from "./care-event.ts";
import { careFacility } from "./care-facility.ts";
import { carePhrase } from "./care-phrase.ts";
import { clinicalAge } from "./clinical-age.ts";
import { coverage } from "./coverage.ts";
import { date } from "./date.ts";
import { dateOfBirth } from "./date-of-birth.ts";
import { deviceSerial } from "./device-serial.ts";
import { deviceUdi } from "./device-udi.ts";
import { diagnosis } from "./diagnosis.ts";
import { dose } from "./dose.ts";
import { drugName } from "./drug-name.ts";
import { emailAddress } from "./email-address.ts";
import { healthPlanId } from "./health-plan-id.ts";
import { icd10Cm } from "./icd-10-cm.ts";
import { ipAddress } from "./ip-address.ts";
import { labTest } from "./lab-test.ts";
import { licensePlate } from "./license-plate.ts";
import { mrn } from "./mrn.ts";
import { nameComma } from "./name-comma.ts";
import { nameCued } from "./name-cued.ts";
import { nameLabelled } from "./name-labelled.ts";
import { namePair } from "./name-pair.ts";
import { nameTitled } from "./name-titled.ts";
import { ndc } from "./ndc.ts";
import { otherId } from "./other-id.ts";
import { paymentCard } from "./payment-card.ts";
import { photo } from "./photo.ts";
import { procedure } from "./procedure.ts";
import { procedureCode } from "./procedure-code.ts";
import { professionalLicense } from "./professional-license.ts";
import { specialty } from "./specialty.ts";
import { symptom } from "./symptom.ts";
import { relativeOf } from "./relative-of.ts";
import { url } from "./url.ts";
import { usCityState } from "./us-city-state.ts";
import { usDea } from "./us-dea.ts";
import { usDriverLicense } from "./us-driver-license.ts";
import { usFax } from "./us-fax.ts";
import { usItin } from "./us-itin.ts";
import { usMbi } from "./us-mbi.ts";
import { usNpi } from "./us-npi.ts";
import { usPhone } from "./us-phone.ts";
import { usSsn } from "./us-ssn.ts";
import { usSsnLastFour } from "./us-ssn-last-four.ts";
import { usStreetAddress } from "./us-street-address.ts";
import { usZip } from "./us-zip.ts";
import { vin } from "./vin.ts";
import { vitalSign } from "./vital-sign.ts";
import type { Rule } from "../rule.ts";

/** The order decides nothing: overlaps go to the stronger finding. */
export const RULES: readonly Rule[] = [
  usSsn,
  usSsnLastFour,
  usItin,
  mrn,
  usMbi,
  healthPlanId,
  usNpi,
  usDea,
  usDriverLicense,
  professionalLicense,
  nameLabelled,
  nameTitled,
  nameComma,
  namePair,
  nameCued,
  relativeOf,
  usStreetAddress,
  usZip,
  usCityState,
  careFacility,
  dateOfBirth,
  date,
  ageOver89,
  usPhone,
  usFax,
  emailAddress,
  accountNumber,
  paymentCard,
  vin,
  licensePlate,
  deviceUdi,
  deviceSerial,
  url,
  ipAddress,
  biometric,
  photo,
  otherId,
  icd10Cm,
  diagnosis,
  symptom,
  drugName,
  dose,
  labTest,
  vitalSign,
  procedure,
  procedureCode,
  ndc,
  careEvent,
  carePhrase,
  coverage,
  specialty,
  bodyPart,
  clinicalAge,
];

/** Counts up with every release of the rules; stands in audit entries. */
export const PACK = { name: "chartseal-us", version: 1 } as const;
