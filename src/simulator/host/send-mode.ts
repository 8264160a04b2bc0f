/** `SendMode` of the manifest: what holds where the add-in refuses, fails or is unavailable. */
export type SendMode = "Block" | "SoftBlock" | "PromptUser";
export const SEND_MODES: readonly SendMode[] = ["Block", "SoftBlock", "PromptUser"];
