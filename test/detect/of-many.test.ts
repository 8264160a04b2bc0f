import fc from "fast-check";
import { findLandmarks } from "../../src/detect/landmarks.ts";
import { tellsOfMany } from "../../src/detect/of-many.ts";
import { scanText } from "../../src/detect/scan-text.ts";

const WORDS = ["patients", "study", "5%", "mean age", "lots", "asthma", "Ana", "was", "seen", "today", "ward", "and", "in", "the"];
const text = fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(" ", " ", " ", " ", " ", ". ", "\n")), { minLength: 1, maxLength: 120 })
  .map((pieces) => pieces.map(([word, behind]) => word + behind).join(""));

test("words of many that are listed once say the same as a look round each token", () => {
  let [told, silent] = [0, 0];
  fc.assert(fc.property(text, (written) => {
    const scan = scanText(written);
    findLandmarks(scan);
    const [looked, listed] = [tellsOfMany(scan, 0), tellsOfMany(scan, scan.count)];
    for (let token = 0; token < scan.count; token++) {
      expect(listed(token)).toBe(looked(token));
      if (looked(token)) told += 1;
      else silent += 1;
    }
  }), { numRuns: 400 });
  expect(Math.min(told, silent)).toBeGreaterThan(100);
});
