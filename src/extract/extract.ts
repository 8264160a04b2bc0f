/** One attachment: what it is, which reader takes it, and what to say of the outcome. */
import { EXTRACT_LIMITS } from "../contract/index.ts";
import type { AttachmentText, ExtractLimits, InnerFile, Place, ScanStatus, TextPart, UnreadReason } from "../contract/index.ts";
import { Budget, LimitReached } from "./budget.ts";
import { isDoubtful } from "./doubtful.ts";
import { formatOf, isMisnamed, REGISTRY } from "./registry.ts";
import type { Extracted, Sink, SourceFile } from "./sink.ts";

/** What is handed over: `now` in ms; without a clock no time limit holds. */
export interface ExtractOptions {
  readonly limits?: Partial<ExtractLimits>;
  readonly now?: () => number;
}

/** Which reason stands for a file where several hold: the one that most asks for a person's eye. */
const GRAVITY: readonly UnreadReason[] = [
  "bomb", "encrypted", "timed-out", "too-large", "damaged", "text-unmapped", "image-only", "unsupported", "media", "image", "not-provided", "cloud-link", "no-text",
];

function gravest(reasons: readonly UnreadReason[]): UnreadReason | undefined {
  return GRAVITY.find((reason) => reasons.includes(reason));
}

/** Formats that wrap one file: around an archive they are no level of their own. */
const WRAPPERS = new Set(["compound", "gzip"]);

/** Fewer bytes than this show of no format but text what it is. */
const FEWEST_BYTES = 8;

/** What became of one file while it is read. */
class Record implements Sink {
  readonly budget: Budget;
  readonly parts: TextPart[] = [];
  readonly children: Extracted[] = [];
  private readonly file_: SourceFile;
  private readonly depth: number;
  private readonly reasons: UnreadReason[] = [];
  private contentUnread = false;
  private content: Uint8Array;
  format: string;

  constructor(file: SourceFile, budget: Budget, depth: number) {
    this.file_ = file;
    this.content = file.bytes;
    this.budget = budget;
    this.depth = depth;
    this.format = formatOf(file);
  }

  text(content: string, place?: Place, format: TextPart["format"] = "text"): void {
    if (!/\S/.test(content)) return;
    const kept = content.length > this.budget.room ? content.slice(0, this.budget.room) : content;
    if (kept !== "") this.parts.push({ format, content: kept, ...(place === undefined ? {} : { place }) });
    this.budget.write(content.length);
  }

  file(inner: SourceFile): void {
    this.budget.open();
    if (this.depth >= this.budget.limits.depth) {
      this.children.push({ name: inner.name, format: formatOf(inner), misnamed: false, status: "unread", reason: "too-large", parts: [], children: [] });
      return;
    }
    const record = new Record(inner, this.budget, this.depth + (WRAPPERS.has(this.format) ? 0.5 : 1));
    try {
      record.read();
    } finally {
      this.children.push(record.outcome());
    }
  }

  bare(name: string, reason?: UnreadReason): void {
    this.budget.open();
    this.children.push({ name, format: "text", misnamed: false, status: reason === undefined ? "scanned" : "unread", parts: [], children: [], ...(reason === undefined ? {} : { reason }) });
  }

  as(format: string, file: SourceFile = this.file_): void {
    this.format = format;
    this.content = file.bytes;
    const reader = REGISTRY.get(format);
    if (reader === undefined) return this.unread("unsupported");
    reader.read(file, this);
  }

  missed(reason: UnreadReason): void {
    this.reasons.push(reason);
  }

  unread(reason: UnreadReason): void {
    this.contentUnread = true;
    this.reasons.push(reason);
  }

  /** @throws LimitReached, once it has been noted here */
  read(): void {
    const { name, bytes } = this.file_;
    if (bytes.length === 0) return this.unread("not-provided");
    // The first bytes of a cut document, such as "PK", are no text.
    if (bytes.length < FEWEST_BYTES && this.format === "text" && isMisnamed(name, "text")) return this.unread("damaged");
    try {
      this.as(this.format);
    } catch (thrown) {
      this.note(thrown);
      if (thrown instanceof LimitReached && thrown.reason !== "bomb") throw thrown;
    }
  }

  private note(thrown: unknown): void {
    // Strings longer than the engine can hold and nesting deeper than its stack are RangeErrors.
    if (thrown instanceof LimitReached) this.missed(thrown.reason);
    else this.missed(thrown instanceof RangeError ? "too-large" : "damaged");
  }

  outcome(): Extracted {
    const { parts, children } = this;
    const hasText = parts.length > 0;
    const inner = children.flatMap(({ status, reason }) => (status === "scanned" || reason === undefined ? [] : [reason]));
    const reason = (this.contentUnread ? gravest(this.reasons) : gravest([...this.reasons, ...inner])) ?? (hasText || children.length > 0 ? undefined : "no-text");
    const nothing = this.contentUnread || (!hasText && !children.some(({ status }) => status !== "unread"));
    const status: ScanStatus = reason === undefined ? "scanned" : nothing ? "unread" : "partial";
    return {
      name: this.file_.name, format: this.format, misnamed: isMisnamed(this.file_.name, this.format), status, parts, children, ...(reason === undefined ? {} : { reason }),
      ...(isDoubtful(this.format, this.reasons) ? { doubtful: this.content } : {}),
    };
  }
}

/**
 * Reads one attachment and the files inside it. Never throws and never answers "scanned" for what it did not read: encrypted,
 * pictures, unknown formats, too long, damaged and empty files are `unread` or `partial` with their reason. At a limit the
 * text read so far is kept. The bytes may be cut by the caller after `limits.bytes + 1`.
 */
export function extract(file: SourceFile, { limits, now = () => 0 }: ExtractOptions = {}): Extracted {
  const all: ExtractLimits = { ...EXTRACT_LIMITS, ...limits };
  const tooLong = file.bytes.length > all.bytes;
  const record = new Record(tooLong ? { ...file, bytes: file.bytes.subarray(0, all.bytes) } : file, new Budget(all, now), 0);
  if (tooLong) record.missed("too-large");
  try {
    record.read();
  } catch {
    // A limit: noted in the record, and nothing is left to spend on what remains.
  }
  return record.outcome();
}

function partsOf({ parts, children }: Extracted, path: readonly string[], to: TextPart[]): TextPart[] {
  for (const part of parts) to.push(path.length === 0 ? part : { ...part, place: { kind: "text", ...part.place, within: path } });
  for (const child of children) partsOf(child, [...path, child.name], to);
  return to;
}

function innerOf({ children }: Extracted, path: readonly string[], to: InnerFile[]): InnerFile[] {
  for (const child of children) {
    const { status, reason } = child;
    const own = [...path, child.name];
    if (status !== "scanned") to.push({ path: own, status, ...(reason === undefined ? {} : { reason }) });
    innerOf(child, own, to);
  }
  return to;
}

/** Names that programs give to what they embed. */
const MACHINE_NAME = /^(?:ole_?object|image|picture|object|contents|package|preview|thumbnail|part|item|microsoft_\w{1,60})[ _-]?\d*(?:\.\w{1,8})?$/i;

/** Names of the files inside, which people give: one a line, their words apart. */
function namesOf({ children }: Extracted, to: string[]): string[] {
  for (const child of children) {
    const own = child.name.slice(child.name.lastIndexOf("/") + 1);
    if (!MACHINE_NAME.test(own)) to.push(child.name.replace(/[_.+~/]+/g, " ").trim());
    namesOf(child, to);
  }
  return to;
}

/** The tree as detection and the pane take it: all texts in one list, each with the names of the files it stands in; last their names. */
export function attachmentText(tree: Extracted): AttachmentText {
  const { name, status, reason, format, misnamed } = tree;
  const inner = innerOf(tree, [], []);
  const names = namesOf(tree, []).join("\n");
  const parts = partsOf(tree, [], []);
  if (/\S/.test(names)) parts.push({ format: "text", content: names, place: { kind: "names" } });
  return {
    name, status, format, parts, ...(reason === undefined ? {} : { reason }), ...(misnamed ? { misnamed } : {}), ...(inner.length === 0 ? {} : { inner }),
  };
}
