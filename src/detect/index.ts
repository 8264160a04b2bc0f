/** Text goes in, an assessment comes out. May not: know Office, the DOM, Node, the network, a clock or chance; keep or return matched text. */
import type { Part, PolicyDetection } from "../contract/index.ts";
import { orgRuleInfo } from "./org-rules.ts";
import { RULES as PACK_RULES } from "./rules/index.ts";

export { assess, PACK_ID } from "./assess.ts";
export { assessAttachment, HIDDEN } from "./attachment.ts";
export { readHtml as htmlToText } from "./html.ts";
export { lineFinder, sectionFinder } from "./lines.ts";
export { maskedExcerpt } from "./mask.ts";
export type { OrgDetection } from "./org.ts";
export { detectionProblems, ORG_LIST } from "./org-rules.ts";
export { KNOWN_LIST, knownPatientKey } from "./org-values.ts";
export { PACK } from "./rules/index.ts";

export interface RuleInfo {
  readonly id: string;
  readonly part: Part;
  readonly title: { readonly en: string; readonly es: string };
}

/** Every rule of the pack, for lists and explanations. */
export const RULES: readonly RuleInfo[] = PACK_RULES.map(({ id, part, title }) => ({ id, part, title }));

/** The organisation's own rules, for the same. */
export function orgRules(detection: PolicyDetection): readonly RuleInfo[] {
  return orgRuleInfo(detection);
}
