/** Dates about a person: all elements but the year are identifiers. A third of business mail has one, so a date alone weighs little. */
import { FULL_DATES, MONTH, MONTH_WORDS, sticky } from "../patterns.ts";
import { defineRule, span } from "../rule.ts";

const CLINICAL = [
  "admit", "admitted", "admission", "discharge", "discharged", "dos", "date of service", "service", "seen", "surgery", "appointment", "appt", "visit", "visited", "died", "death", "expired", "since",
  "diagnosed", "treated", "injured", "operated", "underwent", "due date", "lmp", "edd", "scheduled", "follow up", "started", "tested", "dated", "evaluated", "transferred", "presented", "hospitalized",
  "consult", "session", "procedure", "collected", "performed", "last seen", "ingreso", "alta", "consulta",
];

export const date = defineRule({
  id: "date",
  part: "C",
  title: { en: "Date", es: "Fecha" },
  gates: [{ kind: "digits", lengths: [1, 2, 4] }, { kind: "mixed", lengths: span(3, 4) }, { kind: "words", words: MONTH_WORDS }],
  shapes: [
    ...FULL_DATES.map(({ name, source }) => ({ name, pattern: sticky(source), notBehind: "0123456789.,/$-", points: name === "m.d.y" ? 4 : 12 })),
    { name: "month d", pattern: sticky(`${MONTH}\\.? (?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?![\\d:%]|,\\d)`), points: 4 },
    { name: "d month", pattern: sticky(`(?<![\\d.,/-])(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?: of)?[ -]${MONTH}(?![a-z\\d])`), points: 2 },
    { name: "month-d", pattern: sticky(`${MONTH}-(?:(?:0?[1-9]|[12]\\d|3[01])|(?:19|20)\\d\\d)(?![\\w-])`), points: -4 },
    { name: "m-yyyy", pattern: /(?<![\d./-])(?<!(?:no\.?|#) ?)(?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d(?![\w/-]|\.\d)/iy, points: -8 },
    { name: "month year", pattern: sticky(`${MONTH}\\.?,? (?:19|20)\\d\\d(?!\\d)`), points: 0 },
    { name: "m/d", pattern: /(?<![\d./-])(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])(?![\d/%]|\.\d)/y, points: -16 },
  ],
  cues: { words: CLINICAL, before: 40, after: 12, points: 12 },
  negativeCues: { words: ["version", "ver", "build", "section", "release", "chapter", "bp", "vision", "ratio", "score"], before: 14, after: 0, points: -25 },
  weight: 15,
});
