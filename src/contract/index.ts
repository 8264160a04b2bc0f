/** The types that cross a border between parts, the error codes, and the names both sides must agree on. May not: hold logic. */
export * from "./addin.ts";
export * from "./attachment.ts";
export * from "./attachment-assessment.ts";
export * from "./draft.ts";
export * from "./draft-text.ts";
export * from "./errors.ts";
export * from "./finding.ts";
export * from "./policy.ts";
export * from "./policy-detection.ts";
export * from "./ports.ts";
export * from "./result.ts";
export * from "./store.ts";
export * from "./verdict.ts";
