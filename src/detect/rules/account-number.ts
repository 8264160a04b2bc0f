/** Account and claim numbers of care: hospital account, encounter, claim, authorisation, bank account. Words must lead to them. */
import { defineRule } from "../rule.ts";

export const accountNumber = defineRule({
  id: "account-number",
  part: "J",
  title: { en: "Account or claim number", es: "Número de cuenta o reclamación" },
  gates: [{ kind: "words", words: ["acct", "account", "claim", "encounter", "visit", "csn", "har", "fin", "auth", "authorization", "referral", "hospital", "enrollment", "patient", "iban", "cuenta", "reclamación"] }],
  shapes: [
    {
      // "auth 5T-00913", "patient control no. H5521-TR-08" (UB-04, form locator 3a): groups of letters and digits, at least four of these.
      name: "account-in-groups",
      pattern: /(?:acct|account|claim|encounter|csn|auth|patient control)\.?(?: ?(?:no\.?|num(?:ber)?|id|#)){0,2}(?: ?(?:is|was|[:=#-])){0,2} {0,3}((?=[A-Z-]{0,6}\d[A-Z-]{0,6}\d[A-Z-]{0,6}\d[A-Z-]{0,6}\d)[A-Z\d]{1,6}(?:-[A-Z\d]{1,6}){1,3})(?![\w/%-])/iy,
      points: 12,
    },
    {
      name: "account-cued",
      pattern: /(?:hospital |patient |pt |bank )?(?:acct|account|claim|encounter|visit|csn|har|fin|auth(?:orization)?|referral|cuenta|reclamaci[oó]n)\.?(?: ?(?:no\.?|num(?:ber)?|id|#)){0,2}(?: ?(?:is|was|[:=#-])){0,2} {0,3}((?:[A-Z]{1,5}-?)?\d[\d-]{3,17}\d\b|[A-Z]{2,4}-\d{4,12})(?![\d/%]|,\d|\.\d)/iy,
      points: 12,
    },
    { name: "iban", pattern: /iban(?: ?(?:is|no\.?|number|:)){0,2} {0,2}([A-Z]{2}\d{2} ?[A-Z\d]{4}(?: ?[A-Z\d]{1,4}){2,7})\b/iy, points: 15 },
  ],
  cues: { words: ["patient", "hospital", "claim", "encounter", "date of service", "dos", "insurance", "payer"], before: 60, after: 40, points: 6 },
  negativeCues: { words: ["invoice", "po", "purchase", "order", "tracking", "wire", "ending", "vendor", "utility", "deal", "gas", "contract"], before: 30, after: 0, points: -16 },
  weight: 50,
});
