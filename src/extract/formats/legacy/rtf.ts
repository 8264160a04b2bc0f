/** Rich Text Format: a document as text with control words. */
import type { PlaceKind } from "../../../contract/index.ts";
import { startsAt } from "../../bytes.ts";
import type { Format } from "../../format.ts";
import type { Sink } from "../../sink.ts";
import { ole1Object } from "./embedded.ts";
import { rtfText } from "./rtf-text.ts";
import type { Target } from "./rtf-words.ts";

const PLACES: readonly (readonly [Target, PlaceKind])[] = [
  ["body", "text"], ["header", "header"], ["footer", "footer"], ["note", "note"], ["comment", "comment"], ["form", "form"], ["properties", "properties"],
];
/** Fewer letters than this beside a picture are a caption, not a document. */
const FEW_LETTERS = 20;
/** More than this behind the last brace is content that no reader shows. */
const TRAIL_BYTES = 256;

/** Stands first among those who changed something. */
const NOBODY = /^Revision authors: {1,2}Unknown;$| Unknown;(?= )/gm;

/** Targets of links and strings in the codes of fields. The others number pages and the like. */
function fieldTexts(codes: string): string {
  return codes.split("\n").filter((code) => code.includes("\"") || /^\s*HYPERLINK\b/i.test(code)).map((code) => code.replace(/^\s*HYPERLINK\s/i, "").trim()).join("\n");
}

/** Names and descriptions among the properties of shapes; most are numbers. */
function shapeTexts(values: string): string {
  return values.split("\n").filter((value) => /\p{L}{2}/u.test(value)).join("\n");
}

/** Writes an RTF text with all that stands beside it into `out`. @throws LimitReached */
export function readRtf(bytes: Uint8Array, out: Sink): void {
  const rtf = rtfText(bytes, out.budget);
  if (rtf.html !== undefined) out.text(rtf.html, undefined, "html");
  for (const [target, kind] of PLACES) {
    const text = (rtf.texts.get(target) ?? "").replace(/\n{3,}/g, "\n\n").replace(NOBODY, "").trim();
    out.text(text, kind === "text" ? undefined : { kind });
  }
  out.text((rtf.texts.get("hidden") ?? "").trim(), { kind: "deleted", hidden: true });
  out.text(shapeTexts(rtf.texts.get("shape") ?? ""));
  out.text(fieldTexts(rtf.texts.get("field") ?? ""), { kind: "link" });
  if (rtf.unmapped) out.missed("text-unmapped");
  if (!rtf.whole) out.missed("damaged");
  else if (bytes.length - rtf.end > TRAIL_BYTES && bytes.subarray(rtf.end).some((byte) => byte > 32)) out.missed("unsupported");
  for (const data of rtf.objects) out.file(ole1Object(data));
  if (rtf.pictureBytes < out.budget.limits.pictureBytes) return;
  const letters = (rtf.texts.get("body") ?? rtf.html ?? "").replace(/[^\p{L}\p{N}]/gu, "").length;
  if (letters < FEW_LETTERS) out.unread("image-only");
  else out.missed("image");
}

export const RTF: Format = {
  key: "rtf", endings: ["rtf"],
  // Word names some of its RTF .doc; blanks before the brace are borne.
  told: ({ bytes, start }) => startsAt(bytes, 0, "{\\rt") || start.startsWith("{\\rtf"), read: ({ bytes }, out) => { readRtf(bytes, out); },
};
