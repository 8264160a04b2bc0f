import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "our page is example.org.", value: "example.org" },
    { text: "portal.example.org/patient/00482913?id=1, he said", value: "portal.example.org/patient/00482913?id=1" },
    { text: "HTTPS://WWW.EXAMPLE.ORG/", value: "HTTPS://WWW.EXAMPLE.ORG/" },
    { text: "See https://portal.example.org/patient/00482913.", value: "https://portal.example.org/patient/00482913" },
    { text: "join https://telehealth.example.org/v/00000000-0000-0000-0000-000000000000", value: "https://telehealth.example.org/v/00000000-0000-0000-0000-000000000000" },
  ],
  misses: [
    { text: "and/or the http protocol", why: "no address" },
    { text: "maria@example.org", why: "an e-mail address" },
    { text: "notes.txt and page.html", why: "names of files" },
    { text: "done.Net of tax it is less", why: "a space is missing" },
    { text: "www.chartseal", why: "a host without a domain" },
  ],
};
