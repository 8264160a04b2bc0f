/** Serial number of a device that is in or on a person: nothing without words for serial and device. */
import { defineRule } from "../rule.ts";

export const deviceSerial = defineRule({
  id: "device-serial",
  part: "M",
  title: { en: "Device serial number", es: "Número de serie de dispositivo" },
  gates: [{ kind: "words", words: ["serial", "s", "sn", "device", "implant"] }],
  shapes: [
    { name: "serial", pattern: /(?:serial|s\/n|sn|device id|implant id)(?: ?(?:no\.?|num(?:ber)?|#|:|is)){0,3} {0,3}([A-Z]{0,4}-?\d[\dA-Z-]{4,17}(?<!-)|[A-Z]{2,4}\d{4,14})(?![\w/])/iy, points: 2 },
  ],
  checks: [{ name: "at least three digits", kind: "list", test: (value) => value.replace(/\D/g, "").length >= 3, points: 0, required: true }],
  cues: {
    words: ["pacemaker", "icd", "implant", "implanted", "defibrillator", "pump", "stent", "prosthesis", "lead", "catheter", "cpap", "monitor", "device", "hearing aid", "valve", "stimulator", "cochlear", "knee", "hip", "sensor", "glucometer", "ventilator", "concentrator", "wheelchair"],
    before: 60, after: 60, points: 18,
  },
  negativeCues: { words: ["analyzer", "laptop", "printer", "server", "license", "software", "warranty", "infusion pumps", "quote", "order"], before: 50, after: 30, points: -25 },
  weight: 55,
});
