/** Public IPv4 address (RFC 791). Private ranges identify no one; documentation ranges (RFC 5737) are shown as test values. */
import { defineRule } from "../rule.ts";

const OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
/** Special-purpose blocks (RFC 6890). */
export const PRIVATE_IPV4 = /^(?:0|10|127|255)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\./;
const DOCUMENTATION = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./;

export const ipAddress = defineRule({
  id: "ip-address",
  part: "O",
  title: { en: "IP address", es: "Dirección IP" },
  gates: [{ kind: "digits", lengths: [1, 2, 3] }],
  shapes: [{ name: "ipv4", pattern: new RegExp(`(?<![\\d.])${OCTET}(?:\\.${OCTET}){3}(?!\\d|\\.\\d)`, "y"), points: 10 }],
  cues: { words: ["ip", "ip address", "address"], before: 25, after: 0, points: 12 },
  checks: [{ name: "not a private range", kind: "list", test: (value) => !PRIVATE_IPV4.test(value), points: 0, required: true }],
  negativeCues: { words: ["version", "ver", "v", "build", "release", "firmware", "section"], before: 15, after: 0, points: -30 },
  testValue: (value) => (DOCUMENTATION.test(value) ? "documentation address" : undefined),
  weight: 30,
});
