/** A dose, as people write one: amount and unit, or the abbreviations for how often. */
import { defineRule, span } from "../rule.ts";

export const dose = defineRule({
  id: "dose",
  part: "health",
  title: { en: "Dose", es: "Dosis" },
  gates: [{ kind: "digits", lengths: span(1, 4) }, { kind: "mixed", lengths: span(3, 9) }, { kind: "words", words: ["bid", "tid", "qid", "qd", "qhs", "prn", "npo"] }],
  shapes: [
    // Looked ahead, the number ends in one way: behind an open end an engine compiles the units for each way anew.
    { name: "amount", pattern: /(?<![\d$.,/-])(?=\d{1,4}(?:\.\d{1,3})? ?[a-zIµ])[\d.]+ ?(?:mg|mcg|µg|ug|mEq|IU|mL|ml|cc|units?|puffs?|tabs?|tablets?|capsules?|gtts?)(?:\/(?:kg|day|dose|mL|ml|hr|h|dL|dl))?(?![A-Za-z])/y, points: 8 },
    { name: "frequency", pattern: /(?:BID|TID|QID|QHS|PRN|NPO|bid|tid|qid|qhs|prn|npo)(?![A-Za-z])/y, points: 2 },
  ],
  weight: 45,
});
