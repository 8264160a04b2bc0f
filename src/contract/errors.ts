/** Every fault has a code here. `docs/errors.md` is written from this list. */

export const ERRORS = {
  OUTLOOK_CALL_FAILED: "Outlook answered a call with an error.",
  OUTLOOK_CALL_TIMEOUT: "Outlook did not answer a call in time.",
  OUTLOOK_CALL_EMPTY: "Outlook reported success but gave nothing back.",
  OUTLOOK_MEMBER_MISSING: "This version of Outlook lacks a member that the add-in needs.",
  PROTECTION_NOT_APPLIED: "The protection header could not be set or did not read back.",
  DEADLINE_PASSED: "The message could not be checked in the time allowed.",
  POLICY_INVALID: "The policy is not valid.",
  POLICY_SIGNATURE: "The policy's signature does not verify, or its key is not one of ours.",
  POLICY_ROLLBACK: "The policy is older than one already seen.",
  POLICY_UNAVAILABLE: "The server could not be asked for the policy.",
  AUDIT_UNAVAILABLE: "The server did not take the audit entry.",
  SERVER_PORT_IN_USE: "The port is taken by another program.",
  SERVER_DATA_UNWRITABLE: "The data folder cannot be written.",
  SERVER_POLICY_FILE: "The policy file cannot be used.",
  SERVER_BUILD_MISSING: "The add-in's files have not been built.",
  SERVER_LISTEN: "The server cannot listen on this address and port.",
  SERVER_CERTIFICATE: "The certificate or its key cannot be used.",
  SERVER_KEY: "The policy key cannot be used.",
  SERVER_DATABASE: "The database file cannot be used.",
  AUDIT_CONFLICT: "The ledger already holds an entry with this id and other content.",
  REQUEST_TOO_LARGE: "The request is larger than the server takes.",
  REQUEST_TOO_OFTEN: "Too many requests from this address.",
  NOT_FOUND: "There is nothing at this address.",
  INPUT_INVALID: "The input cannot be used.",
  INTERNAL: "An unexpected fault inside the add-in.",
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** A fault. `message` is for people who run the product: it never holds text of a mail, an address or a file name. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string = ERRORS[code], options?: { readonly cause?: unknown }) {
    super(message);
    this.code = code;
    if (options?.cause !== undefined) (this as { cause?: unknown }).cause = options.cause;
  }
}

/** The code of anything thrown: its own where it is an `AppError`, else `INTERNAL`. */
export function codeOf(thrown: unknown): ErrorCode {
  return thrown instanceof AppError ? thrown.code : "INTERNAL";
}
