/** PowerPoint presentations (ECMA-376 part 1, 13 and 19): slides in the order of showing, with what stands beside them. */
import type { Format } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import type { XmlEvents } from "../../xml.ts";
import { Package } from "./package.ts";
import type { Relation } from "./package.ts";
import { isContent, judge, lettersOf, readRest } from "./parts.ts";
import { readOfficeProperties } from "./properties.ts";
import { WordText } from "./word-text.ts";

const AUTHORS = /^ppt\/(?:commentAuthors|authors)\d*\.xml$/i;
const COMMENTS = /^ppt\/comments\/[^/]+\.xml$/i;
const MASTERS = /^ppt\/(?:slideMasters|slideLayouts|notesMasters|handoutMasters)\/[^/]+\.xml$/i;
const SLIDES = /^ppt\/slides\/[^/]+\.xml$/i;
const NOTES = /^ppt\/notesSlides\/[^/]+\.xml$/i;

/** Slides in the order of `sldIdLst`, then those that the list does not name; and the names of the sections. */
function outline(pack: Package, out: Sink): { readonly slides: readonly string[]; readonly listed: number } {
  const main = pack.mainPart() || "ppt/presentation.xml";
  const targets = new Map(pack.relations(main).map(({ id, target }) => [id, target]));
  const slides: string[] = [];
  const sections: string[] = [];
  pack.scan(main, {
    open: (tag) => {
      // An id of its own and that of the relation: told apart by their prefixes alone, and by which one is known.
      if (tag.name === "sldId") slides.push(...[...tag.attributes()].flatMap(([name, value]) => (name === "id" ? targets.get(value) ?? [] : [])));
      else if (tag.name === "section" || tag.name === "custShow") sections.push(tag.attribute("name") ?? "");
    },
  });
  out.text(sections.filter((name) => name !== "" && !/^default section$/i.test(name)).map((name) => `Section: ${name}`).join("\n"), { kind: "properties" });
  const known = new Set(slides.map((name) => name.toLowerCase()));
  const there = slides.filter((name) => pack.has(name));
  if (there.length < slides.length || !pack.has(main)) out.missed("damaged");
  return { slides: [...there, ...pack.named(SLIDES).filter((name) => !known.has(name.toLowerCase()))], listed: there.length };
}

function authorsOf(pack: Package): ReadonlyMap<string, string> {
  const authors = new Map<string, string>();
  for (const part of pack.named(AUTHORS)) {
    pack.scan(part, {
      open: (tag) => {
        if (tag.name === "cmAuthor" || tag.name === "author") authors.set(tag.attribute("id") ?? "", tag.attribute("name") ?? "");
      },
    });
  }
  return authors;
}

/** Comments and answers, each a line after its author: those of old, whose text stands in `text`, and modern ones (MS-PPTX 2.1.46). */
function commentsOf(pack: Package, part: string, authors: ReadonlyMap<string, string>): string {
  const lines: string[] = [];
  // A comment's own text may stand behind its answers.
  const within: number[] = [];
  let taking = false;
  pack.scan(part, {
    open: (tag) => {
      taking = tag.name === "t" || tag.name === "text";
      if (tag.name === "cm" || tag.name === "reply") within.push(lines.push(`${authors.get(tag.attribute("authorId") ?? "") ?? ""}: `) - 1);
    },
    text: (text) => {
      const at = within[within.length - 1];
      if (taking && at !== undefined) lines[at] += text;
    },
    close: (name) => {
      taking = false;
      if (name === "cm" || name === "reply") within.pop();
    },
  });
  return lines.join("\n");
}

/** Passes on what is no placeholder: prompts of masters and layouts are nobody's text. */
function withoutPrompts(text: WordText): XmlEvents {
  let placeholder = false;
  let depth = 0;
  return {
    open: (tag) => {
      if (tag.name === "sp") placeholder = false;
      else if (tag.name === "ph") placeholder = true;
      if (depth > 0 || (placeholder && tag.name === "txBody")) depth += 1;
      else text.open(tag);
    },
    text: (content) => {
      if (depth === 0) text.text(content);
    },
    close: (name) => {
      if (depth > 0) depth -= 1;
      else text.close(name);
    },
  };
}

/** One presentation while it is read. */
class Deck {
  letters = 0;
  pictures = 0;
  private readonly pack: Package;
  private readonly out: Sink;
  private readonly authors: ReadonlyMap<string, string>;

  constructor(pack: Package, out: Sink) {
    this.pack = pack;
    this.out = out;
    this.authors = authorsOf(pack);
  }

  slide(part: string, number: number, listed: boolean): void {
    const { pack, out } = this;
    const text = new WordText(new Set());
    let hidden = !listed;
    pack.scan(part, {
      open: (tag) => {
        if (tag.name === "sld" && /^(?:0|false)$/.test(tag.attribute("show") ?? "")) hidden = true;
        text.open(tag);
      },
      text: (content) => text.text(content), close: (name) => text.close(name),
    });
    const content = text.take().trim();
    this.letters += lettersOf(content);
    out.text(content, { kind: "slide", number, ...(hidden ? { hidden } : {}) });
    out.text(text.hidden.join("\n"), { kind: "slide", number, hidden: true });
    const relations = pack.relations(part);
    const shown = new Map(relations.map(({ id, target }) => [id, target]));
    this.pictures += text.pictures.filter(({ id, share }) => isContent(pack, shown.get(id) ?? "", share, out)).length;
    this.beside(relations, number);
  }

  private beside(relations: readonly Relation[], number: number): void {
    const { pack, out } = this;
    for (const { type, target, external } of relations) {
      if (external || !pack.has(target)) continue;
      if (type === "notesSlide") this.notes(target, number);
      else if (type === "comments") out.text(commentsOf(pack, target, this.authors), { kind: "comment", number });
    }
  }

  /** Notes show the slide again, and its number. */
  notes(part: string, number?: number): void {
    const text = new WordText(new Set());
    this.pack.scan(part, text);
    this.out.text([text.take().trim(), ...text.hidden].join("\n"), { kind: "note", ...(number === undefined ? {} : { number }) });
  }

  /** What no slide refers to, and what masters say themselves. */
  rest(): void {
    const { pack, out } = this;
    const unasked = pack.unasked();
    for (const part of unasked.filter((name) => NOTES.test(name))) this.notes(part);
    for (const part of unasked.filter((name) => COMMENTS.test(name))) out.text(commentsOf(pack, part, this.authors), { kind: "comment" });
    const masters = new Set<string>();
    for (const part of pack.named(MASTERS)) {
      const text = new WordText(new Set());
      pack.scan(part, withoutPrompts(text));
      masters.add(text.take().trim());
    }
    out.text([...masters].join("\n"), { kind: "footer" });
  }
}

function readPptx({ bytes }: SourceFile, out: Sink): void {
  const pack = new Package(bytes, out);
  readOfficeProperties(pack, out);
  const deck = new Deck(pack, out);
  const { slides, listed } = outline(pack, out);
  slides.forEach((part, at) => deck.slide(part, at + 1, at < listed));
  deck.rest();
  readRest(pack, out);
  judge(pack, out, deck.letters, bytes.length, deck.pictures);
}

export const PPTX: Format = {
  key: "pptx", endings: ["pptx", "pptm", "potx", "potm", "ppsx", "ppsm"], read: readPptx,
};
