import type { Policy } from "../contract/index.ts";
import { WEBMAIL_DOMAINS } from "./webmail.ts";

/**
 * What holds until the organisation writes its own. All inside: nothing happens. Protected health information that
 * leaves goes protected; what protection does not cover is stopped; what needs a person's judgement is asked.
 */
export const DEFAULT_POLICY: Policy = {
  schema: 1,
  name: "Chartseal default",
  version: 1,
  issuedAt: "2026-01-01T00:00:00Z",
  insideDomains: [],
  partnerDomains: [],
  webmailDomains: WEBMAIL_DOMAINS,
  rules: [
    // Message encryption leaves the subject line readable.
    { id: "phi-in-subject", when: { audience: ["partner", "outside"], phiInSubject: true }, then: "block" },
    { id: "several-patients", when: { audience: ["outside"], phi: true, minPatients: 2 }, then: "confirm" },
    { id: "sensitive-class", when: { audience: ["outside"], phi: true, sensitive: true }, then: "confirm" },
    { id: "personal-webmail", when: { phi: true, webmail: true }, then: "confirm" },
    { id: "unread-attachment", when: { audience: ["outside"], unreadAttachment: true }, then: "confirm" },
    { id: "unread-attachment-partner", when: { audience: ["partner"], unreadAttachment: true }, then: "protect" },
    { id: "phi-leaves", when: { audience: ["partner", "outside"], phi: true }, then: "protect" },
  ],
  onFault: "block",
  protection: { labelOrder: [] },
};
