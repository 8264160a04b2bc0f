import type { ErrorCode } from "../../contract/index.ts";
import type { Wording } from "../wording.ts";

/** Which of the pane's fault sentences fits a code; what the clinician can do decides, not where the fault arose. */
export function faultKind(code: ErrorCode): keyof Wording["faults"] {
  switch (code) {
    case "OUTLOOK_CALL_FAILED":
    case "OUTLOOK_CALL_TIMEOUT":
    case "OUTLOOK_CALL_EMPTY":
      return "outlook";
    case "OUTLOOK_MEMBER_MISSING":
      return "missing";
    case "DEADLINE_PASSED":
      return "late";
    default:
      return "internal";
  }
}
