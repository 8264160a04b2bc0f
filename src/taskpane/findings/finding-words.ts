/** The words and masks that `detect` and `decide` know, for the pane's rows. */
import type { Locale } from "../use-wording.ts";
import type { FindingWords } from "./view.ts";

export function findingWords(_locale: Locale): FindingWords {
  return {
    titleOf: (ruleId) => ruleId,
    mask: ({ content }, { start, end }) => content.slice(start, end).replace(/[\p{L}\p{N}](?=.{2})/gu, "•"),
    lineOf: ({ content }, offset) => content.slice(0, offset).split("\n").length,
  };
}

export const rulePack = (): string => "chartseal-us@0";
