/** What a rule is called. */
import type { Policy } from "../contract/index.ts";
import { orgRules, RULES } from "../detect/index.ts";

const TITLES: ReadonlyMap<string, string> = new Map(RULES.map(({ id, title }) => [id, title.en]));

/** The English title of a rule of the pack or of the policy; its id where neither knows it. */
export function ruleTitle(ruleId: string, { detection }: Policy): string {
  return TITLES.get(ruleId) ?? orgRules(detection ?? {}).find(({ id }) => id === ruleId)?.title.en ?? ruleId;
}
