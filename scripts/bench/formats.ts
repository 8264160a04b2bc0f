/** The identifiers whose spelling is fixed by whoever issues them: which labels show them, and which rules are to find them. */

export interface FixedFormat {
  readonly name: string;
  /** Label types under which the corpus keeps them. */
  readonly types: readonly string[];
  /** Tells them apart from other values of that type. */
  readonly shape: RegExp;
  readonly rules: readonly string[];
}

export const FIXED_FORMATS: readonly FixedFormat[] = [
  { name: "SSN", types: ["SOCIAL_SECURITY_NUMBER"], shape: /^\d{3}([- .]?)\d{2}\1\d{4}$/, rules: ["us-ssn", "us-itin"] },
  { name: "MBI", types: ["HEALTH_PLAN_BENEFICIARY_NUMBER"], shape: /^[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2}$/i, rules: ["us-mbi"] },
  { name: "card", types: ["ACCOUNT_NUMBER"], shape: /^\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}$|^3[47]\d{2}[ -]?\d{6}[ -]?\d{5}$/, rules: ["payment-card"] },
  { name: "DEA", types: ["CERTIFICATE_LICENSE_NUMBER"], shape: /^[A-Z][A-Z9]\d{7}$/i, rules: ["us-dea"] },
  { name: "NPI", types: ["CERTIFICATE_LICENSE_NUMBER"], shape: /^[12]\d{9}$/, rules: ["us-npi"] },
  { name: "VIN", types: ["VEHICLE_IDENTIFIER"], shape: /^[A-HJ-NPR-Z0-9]{17}$/i, rules: ["vin"] },
  { name: "UDI", types: ["DEVICE_IDENTIFIER"], shape: /^(?:\(01\)|\+[A-Z]|=\/)/, rules: ["device-udi", "device-udi-hibcc", "device-udi-iccbba", "device-udi-scan"] },
  { name: "e-mail", types: ["EMAIL_ADDRESS"], shape: /@/, rules: ["email-address"] },
  { name: "phone", types: ["PHONE_NUMBER", "FAX_NUMBER"], shape: /\d{4}/, rules: ["us-phone", "us-fax", "es-phone", "es-fax"] },
  { name: "IP", types: ["IP_ADDRESS"], shape: /[.:]/, rules: ["ip-address", "ipv6-address"] },
];
