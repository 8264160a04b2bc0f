/** Assessment, recipients and policy go in, a verdict comes out. May not: know Office, the network, a clock or chance; look at message text. */
export { decide, faultVerdict, offersProtection } from "./decide.ts";
export type { DecideInput } from "./decide.ts";
export { DEFAULT_POLICY } from "./default-policy.ts";
export { explain, explainReasons, localeOf } from "./explain.ts";
export type { Explanation, Locale } from "./explain.ts";
export type { CheckDetection } from "./parse-detection.ts";
export { parsePolicy } from "./parse-policy.ts";
export { isWebmail, recipientClass } from "./recipients.ts";
export type { RecipientContext } from "./recipients.ts";
