/** Who a recipient is to the organisation: inside, partner or outside, and whether the mailbox is a personal one. */
import type { Audience, Policy } from "../contract/index.ts";
import { domainOf, domainSet, withParents } from "./domains.ts";

export interface RecipientContext {
  /** Address of the sender; absent or malformed: nobody is inside by the sender's own domain. */
  readonly sender?: string | undefined;
  readonly policy: Pick<Policy, "insideDomains" | "partnerDomains" | "webmailDomains">;
}

export interface RecipientKind {
  readonly audience: Audience;
  /** A personal mailbox at a webmail provider; never true of an inside recipient. */
  readonly webmail: boolean;
}

function longest(domain: string, set: ReadonlySet<string>): number {
  return withParents(domain).find((candidate) => set.has(candidate))?.length ?? 0;
}

function sameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Prepares the policy's lists once for the many recipients of a draft. */
export function classifier({ sender, policy }: RecipientContext): (address: string) => RecipientKind {
  const webmail = domainSet(policy.webmailDomains);
  const partner = domainSet(policy.partnerDomains);
  const own = sender === undefined ? undefined : domainOf(sender);
  const alone = own !== undefined && longest(own, webmail) > 0;
  const inside = policy.insideDomains.length > 0
    ? domainSet(policy.insideDomains)
    : new Set(own === undefined || alone ? [] : [own]);

  return (address) => {
    const domain = domainOf(address);
    if (domain === undefined) return { audience: "outside", webmail: false };
    // The neighbours of a sender at a webmail provider are strangers: only his own mailbox is inside.
    const himself = policy.insideDomains.length === 0 && alone && sender !== undefined && sameAddress(address, sender);
    const asInside = longest(domain, inside);
    const asPartner = longest(domain, partner);
    if (himself || (asInside > 0 && asInside >= asPartner)) return { audience: "internal", webmail: false };
    return { audience: asPartner > 0 ? "partner" : "outside", webmail: longest(domain, webmail) > 0 };
  };
}

/**
 * The class of one mail address. A domain counts with its subdomains; where two lists match, the longer domain wins
 * and a tie goes to the inside. An address that is not plainly `local@domain` is outside.
 * Display names are never looked at: anybody can write anything there.
 */
export function recipientClass(address: string, context: RecipientContext): Audience {
  return classifier(context)(address).audience;
}

/** True where the address lies at one of the policy's personal mail providers. */
export function isWebmail(address: string, policy: Pick<Policy, "webmailDomains">): boolean {
  const domain = domainOf(address);
  return domain !== undefined && longest(domain, domainSet(policy.webmailDomains)) > 0;
}
