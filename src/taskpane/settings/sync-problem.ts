import type { ErrorCode } from "../../contract/index.ts";
import type { Wording } from "../wording.ts";

/** Why the policy is not the server's newest, as the pane says it. */
export function syncProblem(code: ErrorCode): keyof Wording["problems"] {
  switch (code) {
    case "POLICY_UNAVAILABLE":
      return "offline";
    case "POLICY_SIGNATURE":
      return "signature";
    case "POLICY_ROLLBACK":
      return "older";
    case "POLICY_INVALID":
      return "invalid";
    default:
      return "other";
  }
}
