/** The pack: every rule, one line to import and one to list. `npm run new:rule` adds both. */
import { abaRouting } from "./aba-routing.ts";
import { accountNumber } from "./account-number.ts";
import { ageInWords } from "./age-in-words.ts";
import { ageOver89 } from "./age-over-89.ts";
import { bankAccount } from "./bank-account.ts";
import { biometric } from "./biometric.ts";
import { bodyPart } from "./body-part.ts";
import { careEvent } from "./care-event.ts";
import { careFacility } from "./care-facility.ts";
import { carePhrase } from "./care-phrase.ts";
import { clinicalAge } from "./clinical-age.ts";
import { clinicalTrial } from "./clinical-trial.ts";
import { commercialPlanId } from "./commercial-plan-id.ts";
import { coverage } from "./coverage.ts";
import { cptCode } from "./cpt-code.ts";
import { date } from "./date.ts";
import { dateOfBirth } from "./date-of-birth.ts";
import { deviceSerial } from "./device-serial.ts";
import { deviceUdi } from "./device-udi.ts";
import { deviceUdiHibcc } from "./device-udi-hibcc.ts";
import { deviceUdiIccbba } from "./device-udi-iccbba.ts";
import { deviceUdiScan } from "./device-udi-scan.ts";
import { diagnosis } from "./diagnosis.ts";
import { dicomStudy } from "./dicom-study.ts";
import { dicomUid } from "./dicom-uid.ts";
import { dose } from "./dose.ts";
import { drugName } from "./drug-name.ts";
import { emailAddress } from "./email-address.ts";
import { emailSpelled } from "./email-spelled.ts";
import { esAgeOver89 } from "./es-age-over-89.ts";
import { esCareFacility } from "./es-care-facility.ts";
import { esCarePhrase } from "./es-care-phrase.ts";
import { esCip } from "./es-cip.ts";
import { esClinicalAge } from "./es-clinical-age.ts";
import { esDate } from "./es-date.ts";
import { esDateOfBirth } from "./es-date-of-birth.ts";
import { esDni } from "./es-dni.ts";
import { esEpisode } from "./es-episode.ts";
import { esFax } from "./es-fax.ts";
import { esLicense } from "./es-license.ts";
import { esNameLabelled } from "./es-name-labelled.ts";
import { esNameTitled } from "./es-name-titled.ts";
import { esNass } from "./es-nass.ts";
import { esPhone } from "./es-phone.ts";
import { esPlace } from "./es-place.ts";
import { esPostalCode } from "./es-postal-code.ts";
import { esProviderName } from "./es-provider-name.ts";
import { esRecordNumber } from "./es-record-number.ts";
import { esStreetAddress } from "./es-street-address.ts";
import { facilityNumber } from "./facility-number.ts";
import { hcpcsCode } from "./hcpcs-code.ts";
import { healthPlanId } from "./health-plan-id.ts";
import { iban } from "./iban.ts";
import { icd10Cm } from "./icd-10-cm.ts";
import { icd9Cm } from "./icd-9-cm.ts";
import { implantNumber } from "./implant-number.ts";
import { intlPhone } from "./intl-phone.ts";
import { ipAddress } from "./ip-address.ts";
import { ipv6Address } from "./ipv6-address.ts";
import { labOrderNumber } from "./lab-order-number.ts";
import { labTest } from "./lab-test.ts";
import { labValue } from "./lab-value.ts";
import { licensePlate } from "./license-plate.ts";
import { macAddress } from "./mac-address.ts";
import { mrn } from "./mrn.ts";
import { mxCurp } from "./mx-curp.ts";
import { nameComma } from "./name-comma.ts";
import { nameCued } from "./name-cued.ts";
import { nameInPassage } from "./name-in-passage.ts";
import { nameLabelled } from "./name-labelled.ts";
import { namePair } from "./name-pair.ts";
import { nameTitled } from "./name-titled.ts";
import { ndc } from "./ndc.ts";
import { otherId } from "./other-id.ts";
import { passportMrz } from "./passport-mrz.ts";
import { pathologyAccession } from "./pathology-accession.ts";
import { paymentCard } from "./payment-card.ts";
import { pharmacyBenefit } from "./pharmacy-benefit.ts";
import { photo } from "./photo.ts";
import { procedure } from "./procedure.ts";
import { procedureCode } from "./procedure-code.ts";
import { professionalLicense } from "./professional-license.ts";
import { providerLicense } from "./provider-license.ts";
import { relativeOf } from "./relative-of.ts";
import { rxNumber } from "./rx-number.ts";
import { specialty } from "./specialty.ts";
import { spokenBirthDate } from "./spoken-birth-date.ts";
import { spokenNumber } from "./spoken-number.ts";
import { symptom } from "./symptom.ts";
import { url } from "./url.ts";
import { usAlienNumber } from "./us-alien-number.ts";
import { usCityState } from "./us-city-state.ts";
import { usDea } from "./us-dea.ts";
import { usDodId } from "./us-dod-id.ts";
import { usDriverLicense } from "./us-driver-license.ts";
import { usDriverLicenseForm } from "./us-driver-license-form.ts";
import { usEin } from "./us-ein.ts";
import { usFax } from "./us-fax.ts";
import { usHicn } from "./us-hicn.ts";
import { usItin } from "./us-itin.ts";
import { usMbi } from "./us-mbi.ts";
import { usMedicaidId } from "./us-medicaid-id.ts";
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
  usHicn,
  usMedicaidId,
  healthPlanId,
  commercialPlanId,
  pharmacyBenefit,
  usNpi,
  usDea,
  usDriverLicense,
  usDriverLicenseForm,
  professionalLicense,
  passportMrz,
  providerLicense,
  facilityNumber,
  nameLabelled,
  nameTitled,
  nameComma,
  namePair,
  nameCued,
  nameInPassage,
  relativeOf,
  usStreetAddress,
  usZip,
  usCityState,
  careFacility,
  dateOfBirth,
  date,
  ageOver89,
  ageInWords,
  usPhone,
  intlPhone,
  usFax,
  emailAddress,
  emailSpelled,
  accountNumber,
  paymentCard,
  bankAccount,
  abaRouting,
  iban,
  vin,
  licensePlate,
  deviceUdi,
  deviceUdiHibcc,
  deviceUdiIccbba,
  deviceUdiScan,
  deviceSerial,
  implantNumber,
  url,
  ipAddress,
  ipv6Address,
  macAddress,
  biometric,
  photo,
  otherId,
  pathologyAccession,
  labOrderNumber,
  rxNumber,
  dicomUid,
  usDodId,
  usAlienNumber,
  usEin,
  icd10Cm,
  icd9Cm,
  diagnosis,
  symptom,
  drugName,
  dose,
  labTest,
  vitalSign,
  procedure,
  procedureCode,
  cptCode,
  hcpcsCode,
  ndc,
  clinicalTrial,
  careEvent,
  carePhrase,
  coverage,
  specialty,
  bodyPart,
  clinicalAge,
  esAgeOver89,
  esCareFacility,
  esCarePhrase,
  esCip,
  esClinicalAge,
  esDate,
  esDateOfBirth,
  esDni,
  esEpisode,
  esFax,
  esLicense,
  esNameLabelled,
  esNameTitled,
  esNass,
  esPhone,
  esPlace,
  esPostalCode,
  esProviderName,
  esRecordNumber,
  esStreetAddress,
  mxCurp,
  spokenNumber,
  spokenBirthDate,
  labValue,
  dicomStudy,
];

/** Counts up with every release of the rules; stands in audit entries. */
export const PACK = { name: "chartseal-us", version: 1 } as const;
