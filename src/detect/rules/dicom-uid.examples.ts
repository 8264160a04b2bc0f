import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  // 2.999 is the arc that ITU-T X.660 keeps for examples.
  hits: [
    { text: "Study UID 2.999.1.4.3000.20240101.77", value: "2.999.1.4.3000.20240101.77" },
    // 32473 is the enterprise number for examples (RFC 5612).
    { text: "Study Instance UID: 1.3.6.1.4.1.32473.5.2.1.7695.4007", value: "1.3.6.1.4.1.32473.5.2.1.7695.4007" },
    { text: "SeriesInstanceUID=1.3.6.1.4.1.32473.5.2.1.7695.4008", value: "1.3.6.1.4.1.32473.5.2.1.7695.4008" },
    { text: "the study UID is 1.3.6.1.4.1.32473.5.2.1.7695.4009", value: "1.3.6.1.4.1.32473.5.2.1.7695.4009" },
  ],
  misses: [
    { text: "transfer syntax UID 1.2.840.10008.1.2.4.90.100", why: "the standard's own" },
    { text: "snmpget of 1.3.6.1.4.1.32473.1.1.2.3.4.5 on the CT scan host gives an instance", why: "what SNMP reads of a device" },
    { text: "interface UID 1.3.6.1.2.1.2.2.1.10.1.77", why: "the Internet's own" },
    { text: "version 2.10.4.1.5.6", why: "too short, a version" },
  ],
};
