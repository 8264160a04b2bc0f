/** Bundled behind the handler: offers the first scan to `start-child.ts`, in the state a fresh runtime is in. */
import { assess } from "../../src/detect/index.ts";

const LETTER = "Please see Maria Lopez, DOB 03/14/1961, MRN 00482913, for type 2 diabetes (E11.9). She takes metformin 500 mg twice a day.";

(globalThis as { firstScan?: () => boolean }).firstScan = () =>
  assess({ subject: "Referral", body: { format: "text", content: LETTER }, attachments: [], recipients: [] }).phi;
