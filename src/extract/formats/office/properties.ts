/** Document properties (ECMA-376 part 1, 15.2.12): who made it, what it is called, and properties that someone named. */
import type { Sink } from "../../sink.ts";
import type { Package } from "./package.ts";

/** Elements of the core and extended properties, and of OpenDocument's, that tell of people and content. Application, template and counts are noise. */
const LABELS: Readonly<Record<string, string>> = {
  title: "Title", subject: "Subject", creator: "Author", "initial-creator": "Author", keywords: "Keywords", keyword: "Keywords", description: "Comments", lastModifiedBy: "Last saved by",
  category: "Category", contentStatus: "Status", Manager: "Manager", Company: "Company", HyperlinkBase: "Link base", "printed-by": "Printed by",
};
/** Names that programs give for themselves. */
const NOISE = /^_|AdHoc|GUID|ContentTypeId|^MSIP_Label|^MTWinEqns|^KSOProduct|^Order$|^ICV$|^TemplateUrl$|^xd_/i;

/** Keeps the lines of a part with properties, and of others like it. @throws LimitReached */
export function readProperties(pack: Package, parts: readonly string[], out: Sink): void {
  const lines: string[] = [];
  let label = "";
  let value = "";
  for (const part of parts) {
    pack.scan(part, {
      open: (tag) => {
        const named = tag.name === "property" || tag.name === "user-defined";
        if (named) label = tag.attribute("name") ?? "";
        else if (LABELS[tag.name] !== undefined) label = LABELS[tag.name] ?? "";
        else return;
        value = "";
        if (NOISE.test(label)) label = "";
      },
      text: (text) => {
        if (label !== "") value += text;
      },
      close: (name) => {
        if (name !== "property" && name !== "user-defined" && LABELS[name] === undefined) return;
        if (label !== "" && value.trim() !== "") lines.push(`${label}: ${value.trim()}`);
        label = "";
      },
    });
  }
  out.text([...new Set(lines)].join("\n"), { kind: "properties" });
}

/** The property parts of an Office document. @throws LimitReached */
export function readOfficeProperties(pack: Package, out: Sink): void {
  readProperties(pack, pack.named(/^docProps\/[^/]+\.xml$/i), out);
}
