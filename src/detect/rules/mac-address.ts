/** Hardware address of a device (EUI-48 and EUI-64, IEEE 802). The block 00-00-5E-00-53 is for documentation (RFC 9542) and shown as a test value. */
import { defineRule } from "../rule.ts";

const HEX_PAIRS = [..."abcdef"].flatMap((a) => [..."abcdef"].map((b) => a + b));

export const macAddress = defineRule({
  id: "mac-address",
  part: "O",
  title: { en: "Hardware (MAC) address", es: "Dirección física (MAC)" },
  gates: [{ kind: "digits", lengths: [2, 4], next: ":-. " }, { kind: "mixed", lengths: [2, 4], next: ":-. " }, { kind: "words", words: HEX_PAIRS }],
  shapes: [
    { name: "colons", pattern: /(?<![\w:-])[\da-f]{2}(?::[\da-f]{2}){5}(?:(?::[\da-f]{2}){2})?(?![\w:-])/iy, points: 12 },
    { name: "hyphens", pattern: /(?<![\w:-])[\da-f]{2}(?:-[\da-f]{2}){5}(?:(?:-[\da-f]{2}){2})?(?![\w:-])/iy, points: 6 },
    { name: "dots", pattern: /(?<![\w.:-])[\da-f]{4}(?:\.[\da-f]{4}){2,3}(?![\w-]|\.\w)/iy, points: -8 },
    // Columns of numbers look alike, so that a letter must be among them.
    { name: "spaces", pattern: /(?<![\w:-])(?<!(?<![a-z\d])[\da-f]{2} )(?=[\d ]{0,22}[a-f])[\da-f]{2}(?: [\da-f]{2}){5}(?:(?: [\da-f]{2}){2})?(?![\w:-]| [\da-f]{2}\b)/iy, points: -8 },
  ],
  checks: [{ name: "not one repeated digit", kind: "list", test: (value) => !/^(.)\1(?:.\1\1)+$/.test(value), points: 0, required: true }],
  cues: { words: ["mac", "mac address", "hardware address", "bssid", "bluetooth", "device"], before: 30, after: 0, points: 12 },
  testValue: (value) => (/^00005e0053/i.test(value.replace(/[^\da-f]/gi, "")) ? "documentation address" : undefined),
  weight: 20,
});
