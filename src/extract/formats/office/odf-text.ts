/** The text of OpenDocument content (ODF 1.3 part 3, 5 to 7, 9 and 10). */
import type { XmlEvents, XmlTag } from "../../xml.ts";
import { DocumentText } from "./document-text.ts";

const MOST_BLANKS = 200;
const DEEPEST = 400;
/** A picture's size in centimetres: the area of a page of letter size. */
const PAGE_AREA = 21.6 * 27.9;
const UNITS: Readonly<Record<string, number>> = { cm: 1, mm: 0.1, in: 2.54, pt: 2.54 / 72, px: 2.54 / 96, pc: 2.54 / 6 };

function centimetres(length: string | undefined): number {
  const [, value = "", unit = ""] = /^(\d{1,6}(?:\.\d{1,6})?)(\w{2})$/.exec(length ?? "") ?? [];
  return Number(value) * (UNITS[unit] ?? 0);
}

/** Elements whose text nobody wrote or reads: numbers of lists and notes, scripts, forms of numbers. */
const SKIPPED = new Set(["binary-data", "note-citation", "ruby-text", "page-number", "page-count", "script", "event-listener", "sender-initials", "font-face-decls", "automatic-styles", "styles", "scripts"]);
/** Comments and changes: who and when. */
const WHO = new Set(["creator", "date"]);

interface Aside {
  author: string;
  /** What stood around it. */
  readonly outer: DocumentText;
  /** Paragraphs that it stands in. */
  readonly taking: number;
}

/** Handles the events of content and styles. */
export class OdfText implements XmlEvents {
  main = new DocumentText();
  readonly comments: string[] = [];
  readonly notes: string[] = [];
  readonly links = new Set<string>();
  readonly shown = new Map<string, number | undefined>();
  /** Headers and footers of all page styles. */
  readonly heads = new Set<string>();
  onPage: ((tag: XmlTag | undefined) => void) | undefined;

  private readonly hidden: ReadonlySet<string>;
  private readonly own: Handlers;
  private readonly asides: Aside[] = [];
  private readonly unseen: boolean[] = [];
  private unseenDepth = 0;
  private skipped = 0;
  private depth = 0;
  private taking = 0;
  private who = "";
  private frame: number | undefined;
  private inChange = false;

  /** `own`: what is done at the start and end of some elements instead. */
  constructor(hidden: ReadonlySet<string>, own: Handlers = { starts: {}, ends: {} }) {
    this.hidden = hidden;
    this.own = own;
  }

  open(tag: XmlTag): void {
    if (this.skipped > 0) {
      this.skipped += 1;
      return;
    }
    if (++this.depth > DEEPEST) throw new RangeError("XML nests too deep");
    if (SKIPPED.has(tag.name)) {
      this.skipped = 1;
      this.depth -= 1;
      return;
    }
    this.see(tag);
    // A field of the same name stands in a paragraph.
    if (this.taking === 0 && WHO.has(tag.name)) this.who = tag.name;
    (this.own.starts[tag.name] ?? STARTS[tag.name] ?? nothing)(this, tag);
  }

  text(text: string): void {
    if (this.skipped > 0) return;
    if (this.who !== "") {
      if (this.who === "creator") this.author(text);
    } else if (this.taking > 0) this.main.write(text.replace(/\s+/g, " "));
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    this.depth -= 1;
    this.who = "";
    (this.own.ends[name] ?? ENDS[name])?.(this);
    if (this.unseen.pop() === true && --this.unseenDepth === 0) this.main.vanished = false;
  }

  /** Hidden by its style, or by itself. */
  isUnseen(tag: XmlTag): boolean {
    const style = tag.attribute("style-name");
    return (style !== undefined && this.hidden.has(style)) || /^(?:none|condition)$/.test(tag.attribute("display") ?? "") || /^(?:collapse|filter)$/.test(tag.attribute("visibility") ?? "")
      || tag.name === "hidden-paragraph" || tag.name === "hidden-text";
  }

  private see(tag: XmlTag): void {
    const unseen = this.isUnseen(tag);
    this.unseen.push(unseen);
    if (!unseen) return;
    this.unseenDepth += 1;
    this.main.vanished = true;
    this.main.aside(tag.attribute("string-value"));
  }

  private author(text: string): void {
    const aside = this.asides[this.asides.length - 1];
    if (this.inChange || aside === undefined) this.main.person(text.trim());
    else aside.author = text.trim();
  }

  paragraph(by: number): void {
    this.taking = Math.max(0, this.taking + by);
    if (by < 0) this.main.endParagraph();
  }

  /** Text that stands elsewhere than where it is written: a comment, a note, a header. */
  startAside(): void {
    const inner = new DocumentText();
    this.asides.push({ author: "", outer: this.main, taking: this.taking });
    this.main = inner;
    this.taking = 0;
  }

  endAside(take: (text: string, author: string) => void): void {
    const aside = this.asides.pop();
    if (aside === undefined) return;
    const text = [this.main.take().trim(), ...this.main.hidden, ...this.main.deleted].filter((line) => line !== "").join("\n");
    this.main = aside.outer;
    this.taking = aside.taking;
    if (text !== "") take(text, aside.author);
  }

  change(on: boolean): void {
    this.inChange = on;
  }

  size(tag: XmlTag): void {
    const area = centimetres(tag.attribute("width")) * centimetres(tag.attribute("height"));
    this.frame = area > 0 ? area / PAGE_AREA : undefined;
  }

  image(tag: XmlTag): void {
    const href = tag.attribute("href");
    if (href !== undefined && !href.startsWith("./ObjectReplacements")) this.shown.set(href.replace(/^\.\//, ""), this.frame);
  }

  link(tag: XmlTag): void {
    const href = tag.attribute("href") ?? "";
    if (/^[a-z]{2,12}:/i.test(href)) this.links.add(href);
  }
}

function nothing(): void { /* Most elements only say how text looks. */ }

type Handle = (text: OdfText, tag: XmlTag) => void;
type EndHandle = (text: OdfText) => void;

export interface Handlers {
  readonly starts: Readonly<Record<string, Handle>>;
  readonly ends: Readonly<Record<string, EndHandle>>;
}

const startParagraph: Handle = (text) => text.paragraph(1);
const endParagraph: EndHandle = (text) => text.paragraph(-1);
/** A title or description of a picture: a line of its own behind the paragraph. */
const startLine: Handle = (text) => {
  text.main.startBox();
  text.paragraph(1);
};
const endLine: EndHandle = (text) => {
  text.paragraph(-1);
  text.main.endBox();
};
const aside: Handle = (text) => text.startAside();
const head: EndHandle = (text) => text.endAside((content) => text.heads.add(content));
const declaration: Handle = (text, tag) => text.main.aside([tag.attribute("name"), tag.attribute("string-value")].filter((part) => part !== undefined && part !== "").join(": "));
const HEADS = ["header", "footer", "header-left", "footer-left", "header-first", "footer-first"];
/** Values of form controls that someone filled in. */
const control: Handle = (text, tag) => {
  const label = tag.attribute("label") ?? tag.attribute("name") ?? "";
  const value = tag.attribute("current-value") ?? tag.attribute("value") ?? "";
  if (value !== "") text.main.codes.push(`${label}: ${value}`);
};

const STARTS: Readonly<Record<string, Handle>> = {
  p: startParagraph, h: startParagraph,
  s: (text, tag) => text.main.write(" ".repeat(Math.min(MOST_BLANKS, Number(tag.attribute("c") ?? 1) || 1))), tab: (text) => text.main.write("\t"), "line-break": (text) => text.main.write("\n"),
  table: (text) => text.main.startTable(), "table-cell": (text, tag) => {
    text.main.startCell();
    text.main.span(Number(tag.attribute("number-columns-repeated") ?? 1));
  },
  "covered-table-cell": (text) => text.main.startCell(),
  "text-box": (text) => text.main.startBox(), annotation: aside, note: aside, notes: aside, ...Object.fromEntries(HEADS.map((name) => [name, aside])),
  deletion: (text) => text.main.delete(1), previous: (text) => text.main.delete(1), "change-info": (text) => text.change(true),
  frame: (text, tag) => text.size(tag), image: (text, tag) => text.image(tag), a: (text, tag) => text.link(tag),
  title: startLine, desc: startLine, "user-defined": (text, tag) => {
    text.paragraph(1);
    text.main.write(`${tag.attribute("name") ?? ""}: `);
  },
  page: (text, tag) => text.onPage?.(tag),
  "user-field-decl": declaration, "conditional-text": (text, tag) => { text.main.aside(tag.attribute("string-value-if-true")); text.main.aside(tag.attribute("string-value-if-false")); },
  text: control, textarea: control, "formatted-text": control, date: control, number: control, listbox: control, combobox: control,
};

const ENDS: Readonly<Record<string, EndHandle>> = {
  p: endParagraph, h: endParagraph, title: endLine, desc: endLine, "user-defined": endParagraph,
  "table-cell": (text) => text.main.endCell(), "covered-table-cell": (text) => text.main.endCell(), "table-row": (text) => text.main.endRow(), table: (text) => text.main.endTable(), "text-box": (text) => text.main.endBox(),
  annotation: (text) => text.endAside((content, author) => text.comments.push(`${author}: ${content}`)), note: (text) => text.endAside((content) => text.notes.push(content)), notes: (text) => text.endAside((content) => text.notes.push(content)),
  ...Object.fromEntries(HEADS.map((name) => [name, head])),
  deletion: (text) => text.main.delete(-1), previous: (text) => text.main.delete(-1), "change-info": (text) => text.change(false), page: (text) => text.onPage?.(undefined),
};
