/** FHIR resources in XML (HL7 FHIR R4, "XML Representation") as the values that their JSON form has. */
import type { Lines } from "../../lines.ts";
import type { Sink } from "../../sink.ts";
import { scanXml } from "../../xml.ts";
import type { XmlTag } from "../../xml.ts";

/** Elements that JSON gives as lists even where there is one; others are lists where they repeat. */
const LISTS = new Set(["coding", "given", "line"]);
const DEEPEST = 60;
/** Each takes some hundred bytes. */
const MOST_ELEMENTS = 300_000;

interface Frame {
  readonly name: string;
  /** Of a primitive; the text of a narrative. */
  value: string | undefined;
  readonly children: Map<string, unknown>;
}

export interface FhirTree {
  /** The resource; several where documents were put one behind another. */
  readonly roots: readonly unknown[];
  readonly isWhole: boolean;
}

function isResource(name: string): boolean {
  return /^[A-Z]/.test(name);
}

function fieldsOf({ name, children }: Frame): unknown {
  return Object.fromEntries([...(isResource(name) ? [["resourceType", name] as const] : []), ...children]);
}

function isPrimitive({ name, value, children }: Frame): boolean {
  return name === "div" || value !== undefined || (children.size === 0 && !isResource(name));
}

class Tree {
  private readonly roots: unknown[] = [];
  private readonly frames: Frame[] = [];
  private readonly out: Sink;
  private readonly others: Lines;
  private elements = 0;
  /** Elements open below the deepest that is kept, and those inside a narrative. */
  private below = 0;

  constructor(out: Sink, others: Lines) {
    this.out = out;
    this.others = others;
  }

  private get top(): Frame | undefined {
    return this.frames[this.frames.length - 1];
  }

  open(tag: XmlTag): void {
    const isKept = this.below === 0 && this.frames.length < DEEPEST && this.elements < MOST_ELEMENTS;
    if (this.top?.name === "div" || !isKept) {
      if (this.top?.name !== "div") this.out.missed("too-large");
      this.below += 1;
    } else {
      this.elements += 1;
      const value = tag.attribute("value");
      const url = tag.attribute("url");
      this.frames.push({ name: tag.name, value, children: new Map(url === undefined ? [] : [["url", url]]) });
    }
  }

  text(text: string): void {
    if (text.trim() === "") return;
    const { top } = this;
    if (top?.name === "div") top.value = `${top.value ?? ""} ${text}`;
    else this.others.add(text.trim());
  }

  close(): void {
    if (this.below > 0) this.below -= 1;
    else {
      const frame = this.frames.pop();
      if (frame !== undefined) this.keep(frame);
    }
  }

  get isClosed(): boolean {
    return this.frames.length === 0;
  }

  /** The roots with all that was still open. */
  rest(): readonly unknown[] {
    this.below = 0;
    for (let left = this.frames.length; left > 0; left--) this.close();
    return this.roots;
  }

  private keep(frame: Frame): void {
    const { top } = this;
    const value = isPrimitive(frame) ? (frame.value ?? "") : fieldsOf(frame);
    if (top === undefined) this.roots.push(value);
    // <contained><Patient>…: the element around a resource is no value of its own.
    else put(top, isResource(frame.name) ? "resource" : frame.name, value);
    // Extensions of a primitive: JSON has them beside it.
    if (top !== undefined && frame.value !== undefined && frame.children.size > 0) put(top, `_${frame.name}`, fieldsOf(frame));
  }
}

function put({ children }: Frame, name: string, value: unknown): void {
  const known = children.get(name);
  if (Array.isArray(known)) known.push(value);
  else if (known !== undefined) children.set(name, [known, value]);
  else children.set(name, LISTS.has(name) ? [value] : value);
}

/**
 * Reads the tree; what stands outside of values, such as comments and stray text, goes to `others`. What is cut ends where the
 * text does. @throws LimitReached
 */
export function readFhirXml(text: string, out: Sink, others: Lines): FhirTree {
  const tree = new Tree(out, others);
  const wellFormed = scanXml(text, {
    open: (tag) => { tree.open(tag); }, close: () => { tree.close(); }, text: (words) => { tree.text(words); }, comment: (words) => { others.add(words.trim()); },
    declaration: (declared) => { if (!declared.startsWith("xml ")) others.add(declared); },
  }, out.budget);
  const isWhole = wellFormed && tree.isClosed;
  return { roots: tree.rest(), isWhole };
}
