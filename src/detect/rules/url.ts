/** Web address. It identifies where its path or query names a patient, a chart or a token. */
import { defineRule } from "../rule.ts";
import { linkEndAt, startOf } from "../scan.ts";
import type { Match } from "../rule.ts";
import type { Scan } from "../scan.ts";

const PERSONAL = /patient|chart|portal|mrn|\/pt?\/|record|result|encounter|appointment|prescription|[?&](?:id|token|pid)=/i;
const LONG_ID = /\d{6,}/;
/** Addresses of care, where a UUID or an opaque token stands for one person as well. */
const OF_CARE = /patient|chart|portal|telehealth|televisit|e-?visit|appointment|prescription|pharmacy|clinic|hospital/i;
const TOKEN = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|[?&][a-z_]{1,20}=(?=[\w-]{0,40}\d)[\w-]{16,200}|[?&](?:mrn|dob|ssn|pid|member_?id|email)=\w/i;

function linkAt(scan: Scan, token: number): Match | undefined {
  const start = startOf(scan, token);
  const end = linkEndAt(scan, start);
  if (end === undefined) return undefined;
  const address = scan.text.slice(start, Math.min(end, start + 400));
  const personal = (PERSONAL.test(address) && LONG_ID.test(address)) || (OF_CARE.test(address) && TOKEN.test(address));
  return { start, end, shape: personal ? "personal-address" : "address", points: 25, weight: personal ? 55 : 3 };
}

export const url = defineRule({
  id: "url",
  part: "N",
  title: { en: "Web address", es: "Dirección web" },
  gates: [{ kind: "link" }],
  find: linkAt,
  weight: 55,
});
