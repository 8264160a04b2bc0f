/** Reads a made-up file and gives the tree as tests look at it. */
import { EXTRACT_LIMITS } from "../../src/contract/index.ts";
import { extract } from "../../src/extract/index.ts";
import type { Extracted } from "../../src/extract/index.ts";

export const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A clock that moves on at each look, so that a loop without end becomes `timed-out` and not a hanging test. */
export function readFile(name: string, content: string | Uint8Array): Extracted {
  let looks = 0;
  return extract({ name, bytes: typeof content === "string" ? utf8(content) : content }, { limits: { milliseconds: EXTRACT_LIMITS.milliseconds }, now: () => looks++ });
}

/** Everything kept, of the files inside too. */
export function allText({ parts, children }: Extracted): string {
  return [...parts.map(({ content }) => content), ...children.map(allText)].join("\n");
}
