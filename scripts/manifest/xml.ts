/** An XML document as a small read-only tree: what the manifest's rules need and no more. */
import { SaxesParser } from "saxes";
import type { SaxesTagNS } from "saxes";
import type { Result } from "../../src/contract/index.ts";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly namespace: string;
  /** `xsi:type`, empty if there is none. */
  readonly type: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Trimmed text directly inside the element. */
  readonly text: string;
  readonly line: number;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

function opened(tag: SaxesTagNS, line: number): OpenElement {
  const attributes = Object.values(tag.attributes);
  return {
    name: tag.local,
    namespace: tag.uri,
    type: attributes.find(({ uri, local }) => uri === XSI && local === "type")?.value ?? "",
    attributes: new Map(attributes.map(({ name, value }) => [name, value])),
    children: [],
    text: "",
    line,
  };
}

/** Reads a document strictly, by the letter of XML 1.0 with namespaces. A DOCTYPE is refused as Office refuses it. */
export function parseXml(xml: string): Result<XmlElement> {
  const problems: string[] = [];
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", ({ message }) => problems.push(`Not well-formed: ${message}`));
  parser.on("doctype", () => problems.push("A DOCTYPE is not allowed in a manifest."));
  parser.on("opentag", (tag) => {
    const element = opened(tag, parser.line);
    root ??= element;
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text = `${element.text}${text}`.trim();
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  // The first error is the cause; what follows it is mostly its echo.
  const [first] = problems;
  if (first !== undefined) return { ok: false, problems: [first] };
  return root === undefined ? { ok: false, problems: ["Not well-formed: there is no root element."] } : { ok: true, value: root };
}

/** Every element of a tree, the root first, in document order. */
export function* walk(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* walk(child);
}

/** The elements reached from `from` by a path of names, e.g. `["Hosts", "Host"]`. */
export function find(from: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (level, name) => level.flatMap((element) => element.children.filter((child) => child.name === name)),
    [from],
  );
}
