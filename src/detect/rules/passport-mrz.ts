/** Second line of a passport's machine-readable zone (ICAO Doc 9303 part 4): number, state, birth, sex, expiry, each with a 7-3-1 check digit. */
import { mrzCheck } from "../checksum.ts";
import { defineRule, span } from "../rule.ts";

export const passportMrz = defineRule({
  id: "passport-mrz",
  part: "K",
  title: { en: "Passport, machine-readable line", es: "Pasaporte, línea de lectura mecánica" },
  gates: [{ kind: "mixed", lengths: span(28, 40) }],
  shapes: [{ name: "td3", pattern: /(?<![\w<])[A-Z\d]{9}\d[A-Z]{3}\d{7}[MFX]\d{7}[A-Z\d<]{14}[\d<]\d(?![\w<])/y, points: 20 }],
  checks: [{
    name: "ICAO check digits", kind: "checksum", points: 10, required: true,
    test: (value) => mrzCheck(value.slice(0, 10)) && mrzCheck(value.slice(13, 20)) && mrzCheck(value.slice(21, 28)),
  }],
  testValue: (value) => (value.slice(10, 13) === "UTO" ? "ICAO's specimen state Utopia" : undefined),
  weight: 70,
});
