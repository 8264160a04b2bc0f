/** HTML as the window needs it. `DOMParser` documents load nothing and run nothing. */

const BLOCKS = new Set(["P", "DIV", "LI", "TR", "UL", "OL", "TABLE", "BLOCKQUOTE", "H1", "H2", "H3", "H4", "H5", "H6", "HR", "PRE"]);
const UNSEEN = new Set(["SCRIPT", "STYLE", "HEAD", "TITLE", "TEMPLATE", "NOSCRIPT"]);
const REMOVED = "script, style, link, meta, base, title, object, embed, iframe, form, template, noscript";

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? "").replace(/[ \t\r\n]+/g, " ");
  if (!(node instanceof Element) || UNSEEN.has(node.tagName)) return "";
  if (node.tagName === "BR") return "\n";
  const inner = [...node.childNodes].map(textOf).join("");
  if (node.tagName === "TD" || node.tagName === "TH") return `${inner}\t`;
  return BLOCKS.has(node.tagName) ? `\n${inner}\n` : inner;
}

/** The host's own reading of a body as text. */
export function htmlToText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.childNodes].map(textOf).join("").split("\n").map((line) => line.trim()).join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

function isRemote(value: string): boolean {
  return !/^(?:data:|cid:|#|mailto:)/i.test(value.trim());
}

/** What the editor may show: nothing that runs, nothing that loads from elsewhere. The message itself is not changed. */
export function forEditor(html: string): string {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const element of parsed.querySelectorAll(REMOVED)) element.remove();
  for (const element of parsed.body.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      const loads = ["src", "srcset", "background", "poster", "action", "formaction", "data"].includes(name) && isRemote(value);
      const styled = name === "style" && /url\s*\(/i.test(value);
      const script = name === "href" && /^\s*(?:javascript|data|vbscript):/i.test(value);
      if (name.startsWith("on") || loads || styled || script) element.removeAttribute(name);
    }
  }
  return parsed.body.innerHTML;
}
