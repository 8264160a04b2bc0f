/** A policy rule as one plain sentence. */
import type { PolicyCondition, PolicyRule } from "../../contract/index.ts";
import type { Wording } from "../wording.ts";

function joined(parts: readonly string[], word: string): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1) ?? ""}`;
}

function conditionsOf(when: PolicyCondition, w: Wording): readonly string[] {
  const c = w.conditions;
  const yesNo = (value: boolean | undefined, yes: string, no: string): string => (value === undefined ? "" : value ? yes : no);
  return [
    yesNo(when.phi, c.phi, c.noPhi),
    yesNo(when.phiInSubject, c.phiInSubject, c.noPhiInSubject),
    when.minPatients === undefined ? "" : c.minPatients(when.minPatients),
    when.sensitive === undefined ? ""
      : when.sensitive === true ? c.anySensitive
        : c.sensitive(joined(when.sensitive.map((one) => w.sensitive[one]), w.or)),
    yesNo(when.webmail, c.webmail, c.noWebmail),
    typeof when.unreadAttachment === "object" ? c.unreadFor(joined(when.unreadAttachment.map((one) => w.unreadKinds[one]), w.or)) : yesNo(when.unreadAttachment, c.unread, c.noUnread),
    when.audience === undefined ? "" : c.audience(joined(when.audience.map((one) => w.audiences[one]), w.or)),
  ].filter((said) => said !== "");
}

export function ruleInWords({ when, then }: PolicyRule, w: Wording): string {
  const conditions = conditionsOf(when, w);
  const head = conditions.length === 0 ? w.always : w.when(joined(conditions, w.and));
  return `${head}: ${w.actions[then]}.`;
}
