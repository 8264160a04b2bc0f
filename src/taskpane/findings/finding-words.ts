import type { Body } from "../../contract/index.ts";
import { RULES, lineFinder, maskedExcerpt } from "../../detect/index.ts";
import type { RuleInfo } from "../../detect/index.ts";
import type { Locale } from "../use-wording.ts";
import type { FindingWords } from "./view.ts";

/** The titles, masks and lines that `detect` knows. Reads each text once, so one is made for each drawing of a draft. */
export function findingWords(locale: Locale, orgRules: readonly RuleInfo[] = []): FindingWords {
  const titles = new Map([...RULES, ...orgRules].map(({ id, title }) => [id, title[locale]]));
  const finders = new Map<Body, (offset: number) => number>();
  return {
    titleOf: (ruleId) => titles.get(ruleId),
    mask: ({ content, format }, finding) => maskedExcerpt(content, format, finding),
    lineOf(text, offset) {
      const finder = finders.get(text) ?? lineFinder(text);
      finders.set(text, finder);
      return finder(offset);
    },
  };
}
