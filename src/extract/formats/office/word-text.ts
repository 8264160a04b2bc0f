/** The text of one part in WordprocessingML or DrawingML (ECMA-376 part 1, 17 and 21): what is shown, what is hidden, what was deleted. */
import type { XmlEvents, XmlTag } from "../../xml.ts";
import { DocumentText } from "./document-text.ts";

/** Fields whose code tells nothing (17.16.5). */
const PLAIN_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TOC|PAGEREF|REF|NOTEREF|SEQ|DATE|TIME|SAVEDATE|CREATEDATE|PRINTDATE|FILENAME|STYLEREF|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|XE|TC|SYMBOL|EQ|=|TITLE|AUTHOR|NUMWORDS|LISTNUM|SHAPE|EMBED)\b/i;
/** Deeper nesting than any document has. */
const DEEPEST = 400;

function isOn(tag: XmlTag): boolean {
  return !/^(?:0|false|off|none)$/.test(tag.attribute("val") ?? "");
}

/** Handles the events of one part after another. */
export class WordText extends DocumentText implements XmlEvents {
  private readonly hiddenStyles: ReadonlySet<string>;
  private readonly alternates: boolean[] = [];
  private readonly fields: string[] = [];
  private readonly controls: { name: string; from: number }[] = [];
  private skipped = 0;
  private depth = 0;
  private inRun = false;
  private inForm = false;
  private taking: "" | "text" | "code" = "";
  private vanishedStyle = false;

  constructor(hiddenStyles: ReadonlySet<string>) {
    super();
    this.hiddenStyles = hiddenStyles;
  }

  override take(): string {
    this.alternates.length = this.fields.length = this.controls.length = 0;
    this.skipped = this.depth = 0;
    this.taking = "";
    this.inRun = this.inForm = false;
    return super.take();
  }

  open(tag: XmlTag): void {
    if (this.skipped > 0) {
      this.skipped += 1;
      return;
    }
    if (++this.depth > DEEPEST) throw new RangeError("XML nests too deep");
    (STARTS[tag.name] ?? nothing)(this, tag);
  }

  text(text: string): void {
    if (this.taking === "" || this.skipped > 0) return;
    if (this.taking === "code") this.fields.push((this.fields.pop() ?? "") + text);
    else this.write(text);
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    this.depth -= 1;
    (ENDS[name] ?? nothing)(this);
  }

  skip(): void {
    this.skipped = 1;
    this.depth -= 1;
  }

  override endParagraph(): void {
    super.endParagraph();
    this.vanishedStyle = false;
  }

  startRun(): void {
    this.inRun = true;
    this.vanished = this.vanishedStyle;
  }

  endRun(): void {
    this.inRun = this.vanished = false;
  }

  style(tag: XmlTag, ofRun: boolean): void {
    if (!this.hiddenStyles.has(tag.attribute("val") ?? "")) return;
    if (ofRun) this.vanished = true;
    else this.vanishedStyle = true;
  }

  vanish(tag: XmlTag): void {
    if (this.inRun) this.vanished = isOn(tag);
  }

  tab(): void {
    if (this.inRun) this.write("\t");
  }

  alternate(taken: boolean): void {
    if (this.alternates[this.alternates.length - 1] === true) this.skip();
    else if (taken) this.alternates[this.alternates.length - 1] = true;
  }

  startAlternates(): void {
    this.alternates.push(false);
  }

  endAlternates(): void {
    this.alternates.pop();
  }

  takeText(deleted: boolean): void {
    this.taking = "text";
    if (deleted) this.deletions += 1;
  }

  endText(deleted: boolean): void {
    this.taking = "";
    if (deleted) this.deletions -= 1;
  }

  takeCode(): void {
    this.taking = "code";
    if (this.fields.length === 0) this.fields.push("");
  }

  field(type: string | undefined): void {
    if (type === "begin") this.fields.push("");
    else if (type === "separate") this.code(this.fields[this.fields.length - 1] ?? "");
    else if (type === "end") this.fields.pop();
    if (type === "separate" && this.fields.length > 0) this.fields[this.fields.length - 1] = "";
  }

  code(code: string): void {
    if (code.trim() !== "" && !PLAIN_FIELD.test(code)) this.codes.push(code.trim());
  }

  startControl(): void {
    this.controls.push({ name: "", from: this.block.open.length });
  }

  nameControl(tag: XmlTag): void {
    const control = this.controls[this.controls.length - 1];
    if (control !== undefined) control.name = tag.attribute("val") ?? "";
  }

  endControl(): void {
    const control = this.controls.pop();
    if (control === undefined || control.name === "") return;
    const content = this.block.open.slice(control.from).trim();
    this.codes.push(content === "" ? control.name : `${control.name}: ${content}`);
  }

  form(on: boolean): void {
    this.inForm = on;
  }

  formText(tag: XmlTag): void {
    const value = this.inForm ? tag.attribute("val") ?? "" : "";
    if (/\p{L}{2}/u.test(value)) this.codes.push(value);
  }
}

function nothing(): void { /* Most elements only say how text looks. */ }

type Start = (text: WordText, tag: XmlTag) => void;
const drop: Start = (text) => text.skip();
const formText: Start = (text, tag) => text.formText(tag);

const STARTS: Readonly<Record<string, Start>> = {
  r: (text) => text.startRun(), t: (text) => text.takeText(false), delText: (text) => text.takeText(true), instrText: (text) => text.takeCode(), delInstrText: (text) => text.takeCode(),
  tab: (text) => text.tab(), ptab: (text) => text.tab(), br: (text) => text.write("\n"), cr: (text) => text.write("\n"), noBreakHyphen: (text) => text.write("-"),
  sym: (text, tag) => {
    const point = parseInt(tag.attribute("char") ?? "", 16);
    // The private use area holds dingbats.
    text.write(point > 0x20 && point < 0xe000 ? String.fromCharCode(point) : " ");
  },
  rStyle: (text, tag) => text.style(tag, true), pStyle: (text, tag) => text.style(tag, false), vanish: (text, tag) => text.vanish(tag), specVanish: (text, tag) => text.vanish(tag),
  tbl: (text) => text.startTable(), tc: (text) => text.startCell(), gridSpan: (text, tag) => text.span(Number(tag.attribute("val"))), txbxContent: (text) => text.startBox(),
  AlternateContent: (text) => text.startAlternates(), Choice: (text) => text.alternate(true), Fallback: (text) => text.alternate(false), rt: drop,
  del: (text, tag) => { text.delete(1); text.person(tag.attribute("author")); }, moveFrom: (text, tag) => { text.delete(1); text.person(tag.attribute("author")); }, ins: (text, tag) => text.person(tag.attribute("author")), moveTo: (text, tag) => text.person(tag.attribute("author")),
  comment: (text, tag) => { text.person(tag.attribute("author")); text.write(`${tag.attribute("author") ?? ""}: `); },
  fldChar: (text, tag) => text.field(tag.attribute("fldCharType")), fldSimple: (text, tag) => text.code(tag.attribute("instr") ?? ""),
  sdt: (text) => text.startControl(), alias: (text, tag) => text.nameControl(tag),
  ffData: (text) => text.form(true), helpText: formText, statusText: formText, default: formText, listEntry: formText,
  docPr: (text, tag) => { text.aside(tag.attribute("title")); text.aside(tag.attribute("descr")); }, cNvPr: (text, tag) => text.aside(tag.attribute("descr")), textpath: (text, tag) => text.write(tag.attribute("string") ?? ""),
  extent: (text, tag) => text.extent(tag), ext: (text, tag) => text.extentBehind(tag),
  // A number or date that the program writes.
  fld: (text, tag) => {
    if (/^(?:slidenum|datetime)/.test(tag.attribute("type") ?? "")) text.skip();
    else text.startRun();
  },
  blip: (text, tag) => text.picture(tag.attribute("embed")), imagedata: (text, tag) => { text.picture(tag.attribute("id")); text.aside(tag.attribute("title")); },
};

const ENDS: Readonly<Record<string, (text: WordText) => void>> = {
  p: (text) => text.endParagraph(), r: (text) => text.endRun(), fld: (text) => text.endRun(), t: (text) => text.endText(false), delText: (text) => text.endText(true), instrText: (text) => text.endText(false), delInstrText: (text) => text.endText(false),
  tc: (text) => text.endCell(), tr: (text) => text.endRow(), tbl: (text) => text.endTable(), txbxContent: (text) => text.endBox(), AlternateContent: (text) => text.endAlternates(),
  del: (text) => text.delete(-1), moveFrom: (text) => text.delete(-1), sdt: (text) => text.endControl(), ffData: (text) => text.form(false),
};
