import type { RuleExamples } from "../rule.ts";

export const examples: RuleExamples = {
  hits: [
    { text: "retina_scan of patient 7", value: "retina_scan" },
    { text: "Fingerprint scan on file for Danielle", value: "Fingerprint scan" },
    { text: "her biometric template and DNA profile", value: "DNA profile" },
    { text: "huella dactilar de la paciente", value: "huella dactilar" },
  ],
  misses: [
    { text: "iris bulbs and palm trees", why: "plants" },
    { text: "PGP key fingerprint = 5508 0000", why: "a key's" },
    { text: "carbon footprint of the fleet", why: "no foot" },
  ],
};
