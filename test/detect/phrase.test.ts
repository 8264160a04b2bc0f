import { expect, test } from "@jest/globals";
import { phraseHash, phraseIn } from "../../src/detect/phrase.ts";
import { scanText } from "../../src/detect/scan-text.ts";

test.each(["patient", "follow up with", "crohn's", "o'shea", "y o", "x-ray of", "habitación", "años de edad", "c/o", " in 4 ", "пациент", "no. 7"])("a listed phrase has the words that the scan finds in it: %s", (phrase) => {
  const scan = scanText(phrase);
  const { first, words } = phraseIn(phrase, 0, phrase.length);
  expect(words).toBe(scan.count);
  expect(first).toBe(scan.hash[0]);
});

test("a phrase within a list is the phrase alone, and other phrases are others", () => {
  const list = "was admitted,\nadmitted, post op";
  expect(phraseIn(list, 0, 12).hash).toBe(phraseHash("was admitted"));
  expect(phraseIn(list, 14, 22).hash).toBe(phraseHash("admitted"));
  expect(phraseHash("op post")).not.toBe(phraseHash("post op"));
  expect(phraseHash("...")).toBe(0);
});
