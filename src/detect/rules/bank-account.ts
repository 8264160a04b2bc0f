/** A person's bank account: 4 to 17 digits (Nacha, DFI account number), behind the words for one. Wire instructions between firms are none of a patient's. */
import { defineRule } from "../rule.ts";

export const bankAccount = defineRule({
  id: "bank-account",
  part: "J",
  title: { en: "Bank account number", es: "Número de cuenta bancaria" },
  gates: [{ kind: "words", words: ["checking", "savings", "bank", "deposit", "hsa", "debit"] }],
  shapes: [
    {
      name: "bank-account",
      pattern: /(?:checking|savings|bank|deposit|hsa|debit) (?:account|acct\.?|a\/c)(?: ?(?:no\.?|num(?:ber)?|#)){0,2}(?: ?(?:is|[:=#-])){0,2} {0,2}(\d[\d-]{4,17}\d)(?![\d/%]|[.,]\d)/iy,
      points: 16,
    },
  ],
  negativeCues: { words: ["wire", "invoice", "vendor", "supplier", "beneficiary", "swift", "remit", "payable", "corporate", "company", "escrow", "contract"], before: 80, after: 60, points: -22 },
  weight: 45,
});
