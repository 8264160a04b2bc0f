import type { PolicyInUse } from "../../client/index.ts";
import { dateInWords } from "../dates.ts";
import type { Speech } from "../use-wording.ts";
import type { Fact } from "./Facts.tsx";

/** The policy in use, as name and value. */
export function policyFacts({ policy, from, lastSync }: PolicyInUse, { w, locale }: Speech): readonly Fact[] {
  return [
    [w.policy.name, from === "built-in" ? w.policy.builtIn : policy.name],
    [w.policy.version, String(policy.version)],
    [w.policy.issued, dateInWords(policy.issuedAt, locale) ?? w.policy.unknown],
    [w.policy.lastSync, lastSync === undefined ? w.policy.never : dateInWords(lastSync, locale) ?? w.policy.unknown],
    [w.policy.source, w.sources[from]],
    [w.policy.inside, policy.insideDomains.length === 0 ? w.policy.noInside : String(policy.insideDomains.length)],
    [w.policy.partner, String(policy.partnerDomains.length)],
    [w.policy.protection, policy.protection.labelId === undefined ? w.policy.headerOnly : w.policy.labelAndHeader],
  ];
}
