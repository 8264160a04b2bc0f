/** OpenDocument texts, presentations and drawings. */
import type { Place } from "../../../contract/index.ts";
import type { Format } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { hiddenStyles, isFlat, openOdf, readOdfRest } from "./odf.ts";
import type { OdfSource } from "./odf.ts";
import { OdfText } from "./odf-text.ts";
import { lettersOf } from "./parts.ts";

/** Says what stands beside the body. @throws LimitReached */
export function readAside(text: OdfText, out: Sink): void {
  out.text([...text.heads].join("\n"), { kind: "header" });
  out.text(text.notes.join("\n"), { kind: "note" });
  out.text(text.comments.join("\n"), { kind: "comment" });
  out.text(text.main.hidden.join("\n"), { kind: "text", hidden: true });
  out.text(text.main.deleted.join("\n"), { kind: "deleted", hidden: true });
  out.text(text.main.codes.join("\n"), { kind: "form" });
  out.text([...text.main.people].map((name) => `Edited by: ${name}`).join("\n"), { kind: "properties" });
  out.text([...text.links].join("\n"), { kind: "link" });
}

/** Headers, footers and what master pages say; and objects that hold content of their own. @throws LimitReached */
export function readBeside(source: OdfSource, hidden: ReadonlySet<string>, out: Sink): void {
  const styles = new OdfText(hidden);
  source.styles(styles);
  out.text(styles.main.take().trim(), { kind: "footer" });
  readAside(styles, out);
  for (const part of source.pack?.named(/.\/content\.xml$/i) ?? []) {
    const inner = new OdfText(new Set());
    source.pack?.scan(part, inner);
    out.text(inner.main.take().trim(), { kind: "table" });
    readAside(inner, out);
  }
}

function readOdt(file: SourceFile, out: Sink): void {
  const source = openOdf(file, out);
  if (source === undefined) return;
  const hidden = hiddenStyles(source);
  const text = new OdfText(hidden);
  source.content(text);
  const content = text.main.take().trim();
  out.text(content, { kind: "text" });
  readAside(text, out);
  readBeside(source, hidden, out);
  readOdfRest(source, out, text.shown, lettersOf(content), file.bytes.length);
}

function readOdp(file: SourceFile, out: Sink): void {
  const source = openOdf(file, out);
  if (source === undefined) return;
  const hidden = hiddenStyles(source);
  const text = new OdfText(hidden);
  let number = 0;
  let letters = 0;
  const say = (place: Place): void => {
    const content = text.main.take().trim();
    letters += lettersOf(content);
    out.text(content, place);
    out.text(text.main.hidden.splice(0).join("\n"), { ...place, hidden: true });
    out.text(text.notes.splice(0).join("\n"), { kind: "note", number });
    out.text(text.comments.splice(0).join("\n"), { kind: "comment", number });
  };
  text.onPage = (tag) => {
    if (tag !== undefined) number += 1;
    else say({ kind: "slide", number });
  };
  source.content(text);
  say({ kind: "slide", number: Math.max(1, number) });
  readAside(text, out);
  readBeside(source, hidden, out);
  readOdfRest(source, out, text.shown, letters, file.bytes.length);
}

export const ODT: Format = {
  key: "odt", endings: ["odt", "ott", "odm", "oth", "fodt", "sxw"], told: (head) => isFlat(head, /text/), read: readOdt,
};
export const ODP: Format = {
  key: "odp", endings: ["odp", "otp", "odg", "otg", "fodp", "fodg", "sxi"], told: (head) => isFlat(head, /presentation|graphics/), read: readOdp,
};
