/** What a rule is called. */
import { RULES } from "../detect/index.ts";

const TITLES: ReadonlyMap<string, string> = new Map(RULES.map(({ id, title }) => [id, title.en]));

/** The English title of a rule; its id where the pack does not know it. */
export function ruleTitle(ruleId: string): string {
  return TITLES.get(ruleId) ?? ruleId;
}
