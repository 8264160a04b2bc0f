import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "her address is marialopez (at) gmail (dot) com", value: "marialopez (at) gmail (dot) com" },
    { text: "m.lopez[at]example[dot]org", value: "m.lopez[at]example[dot]org" },
    { text: "reach him at tom99 at yahoo.com please", value: "tom99 at yahoo.com" },
    { text: "Email: maria at example.com", value: "maria at example.com" },
    { text: "maria dot lopez at gmail dot com, she said", value: "maria dot lopez at gmail dot com" },
    { text: "mlopez @ example.org", value: "mlopez @ example.org" },
    { text: "mlopez@example dot org", value: "mlopez@example dot org" },
    { text: "mlopez AT mail DOT example DOT edu", value: "mlopez AT mail DOT example DOT edu" },
  ],
  misses: [
    { text: "lunch @ example.org", why: "an everyday word before it" },
    { text: "visit us at example.com", why: "a page, and nobody's name before it" },
    { text: "she works at yahoo.com", why: "an everyday word before it" },
    { text: "Widget sold at shop.com", why: "no mailbox and no word for mail" },
    { text: "the dot com years", why: "no address" },
  ],
};
