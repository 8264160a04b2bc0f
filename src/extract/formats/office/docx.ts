/** Word documents (ECMA-376 part 1, 11 and 17): all parts in which someone may have written. */
import type { PlaceKind } from "../../../contract/index.ts";
import type { Format } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { Package } from "./package.ts";
import { isContent, judge, lettersOf, readRest } from "./parts.ts";
import { readOfficeProperties } from "./properties.ts";
import { WordText } from "./word-text.ts";

const PARTS: readonly (readonly [part: RegExp, kind: PlaceKind])[] = [
  [/^word\/document\d*\.xml$/i, "text"], [/^word\/header\d*\.xml$/i, "header"], [/^word\/footer\d*\.xml$/i, "footer"], [/^word\/(?:footnotes|endnotes)\d*\.xml$/i, "note"],
  [/^word\/comments\d*\.xml$/i, "comment"],
];
const GLOSSARY = /^word\/glossary\//i;

/** Styles whose text is not shown (17.3.2.41). */
function hiddenStyles(pack: Package): ReadonlySet<string> {
  const styles = new Set<string>();
  let style = "";
  for (const part of pack.named(/^word\/styles\d*\.xml$/i)) {
    pack.scan(part, {
      open: (tag) => {
        if (tag.name === "style") style = tag.attribute("styleId") ?? "";
        else if (tag.name === "vanish" && style !== "" && !/^(?:0|false|off)$/.test(tag.attribute("val") ?? "")) styles.add(style);
      },
      close: (name) => {
        if (name === "style") style = "";
      },
    });
  }
  return styles;
}

/** Variables that a program or a form keeps (17.15.1.32), and the query of a mail merge. */
function settings(pack: Package): string {
  const lines: string[] = [];
  for (const part of pack.named(/^word\/settings\d*\.xml$/i)) {
    pack.scan(part, {
      open: (tag) => {
        if (tag.name === "docVar") lines.push(`${tag.attribute("name") ?? ""}: ${tag.attribute("val") ?? ""}`);
        else if (tag.name === "query") lines.push(tag.attribute("val") ?? "");
      },
    });
  }
  return lines.join("\n");
}

/** Authors of comments and changes, and those the document knows. */
function people(pack: Package, known: Set<string>): string {
  for (const part of pack.named(/^word\/people\d*\.xml$/i)) {
    pack.scan(part, {
      open: (tag) => {
        if (tag.name === "person") known.add(tag.attribute("author") ?? "");
      },
    });
  }
  return [...known].filter((name) => name !== "").map((name) => `Edited by: ${name}`).join("\n");
}

interface Read {
  letters: number;
  pictures: number;
}

/** One kind of part. Headers and footers are often the same on all pages. */
function readKind(pack: Package, names: readonly string[], kind: PlaceKind, text: WordText, out: Sink, read: Read): void {
  const texts = new Set<string>();
  for (const name of names) {
    text.pictures = [];
    pack.scan(name, text);
    const content = text.take().trim();
    read.letters += lettersOf(content);
    texts.add(content);
    if (text.pictures.length === 0) continue;
    const targets = new Map(pack.relations(name).map(({ id, target }) => [id, target]));
    read.pictures += text.pictures.filter(({ id, share }) => isContent(pack, targets.get(id) ?? "", share, out)).length;
  }
  out.text([...texts].join("\n"), { kind });
}

function readDocx({ bytes }: SourceFile, out: Sink): void {
  const pack = new Package(bytes, out);
  readOfficeProperties(pack, out);
  const text = new WordText(hiddenStyles(pack));
  const read: Read = { letters: 0, pictures: 0 };
  const main = pack.mainPart();
  for (const [pattern, kind] of PARTS) {
    const names = pack.named(pattern);
    const all = kind === "text" && pack.has(main) && !names.includes(main) ? [main, ...names] : names;
    if (kind === "text" && all.length === 0) out.missed("damaged");
    readKind(pack, all, kind, text, out, read);
  }
  out.text(text.hidden.join("\n"), { kind: "text", hidden: true });
  out.text(text.deleted.join("\n"), { kind: "deleted", hidden: true });
  out.text(text.codes.join("\n"), { kind: "form" });
  out.text([settings(pack), people(pack, text.people)].filter((lines) => lines !== "").join("\n"), { kind: "properties" });
  const glossary = new WordText(new Set());
  readKind(pack, pack.named(/^word\/glossary\/document\.xml$/i), "text", glossary, out, read);
  for (const name of pack.named(GLOSSARY)) pack.skip(name);
  readRest(pack, out);
  judge(pack, out, read.letters + lettersOf(text.deleted.join("")), bytes.length, read.pictures);
}

export const DOCX: Format = {
  key: "docx", endings: ["docx", "docm", "dotx", "dotm"], read: readDocx,
};
