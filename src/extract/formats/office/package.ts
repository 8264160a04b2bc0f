/** Documents that are zip archives of parts (Open Packaging Conventions, ECMA-376 part 2; ODF 1.3 part 2): the parts by their names. */
import { decodeText } from "../../charset.ts";
import type { Sink } from "../../sink.ts";
import { scanXml } from "../../xml.ts";
import type { XmlEvents } from "../../xml.ts";
import { zipDirectory, zipMember } from "../../zip.ts";
import type { ZipEntry } from "../../zip.ts";

/** A link from one part to another, or out of the package (ECMA-376 part 2, 8.3). */
export interface Relation {
  readonly id: string;
  /** Last segment of the type's URI: "officeDocument", "hyperlink", "comments". */
  readonly type: string;
  /** Name of a part, or the address where `external`. */
  readonly target: string;
  readonly external: boolean;
}

const CONTENT_TYPES = "[Content_Types].xml";

/** Names are compared without case and without a slash before them (8.1.1.1, 6.2.3.3). */
function keyOf(name: string): string {
  return name.replace(/^\/+/, "").toLowerCase();
}

/** A target as written, seen from the part that names it. */
function resolved(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const folders = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") folders.pop();
    else if (step !== "." && step !== "") folders.push(step);
  }
  return folders.join("/");
}

/** "slide2" before "slide10". */
function natural(a: string, b: string): number {
  const [first, second] = [a, b].map((name) => name.replace(/\d{1,9}/g, (digits) => digits.padStart(9, "0")));
  return first === second ? 0 : (first ?? "") < (second ?? "") ? -1 : 1;
}

/** Parts are unpacked when they are asked for; what is wrong with one is said to the sink. All methods may throw LimitReached. */
export class Package {
  /** Names of all parts as the archive has them. */
  readonly names: readonly string[];
  readonly out: Sink;
  private readonly archive: Uint8Array;
  private readonly entries = new Map<string, ZipEntry>();
  private readonly asked = new Set<string>();
  private types: ReadonlyMap<string, string> | undefined;

  constructor(archive: Uint8Array, out: Sink) {
    const { entries, damaged } = zipDirectory(archive, out.budget);
    if (damaged) out.missed("damaged");
    this.archive = archive;
    this.out = out;
    for (const entry of entries) {
      // Of two parts with one name programs open one or the other.
      if (this.entries.has(keyOf(entry.name))) out.missed("damaged");
      else this.entries.set(keyOf(entry.name), entry);
    }
    this.names = [...this.entries.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /** Parts whose names fit, in the order of the numbers in them. */
  named(pattern: RegExp): readonly string[] {
    return this.names.filter((name) => pattern.test(name)).sort(natural);
  }

  /** Those that nobody has asked for so far. */
  unasked(): readonly string[] {
    return this.names.filter((name) => !this.asked.has(keyOf(name)));
  }

  /** Says that a part needs no reading. */
  skip(name: string): void {
    this.asked.add(keyOf(name));
  }

  /** Size of a part as packed. */
  packedBytes(name: string): number {
    return this.entries.get(keyOf(name))?.packedBytes ?? 0;
  }

  /** Size of a part as the archive claims it. */
  claimedBytes(name: string): number {
    return this.entries.get(keyOf(name))?.claimedBytes ?? 0;
  }

  /** A part's bytes; `undefined` where there is no such part or it cannot be unpacked. */
  bytes(name: string): Uint8Array | undefined {
    const entry = this.entries.get(keyOf(name));
    if (entry === undefined) return undefined;
    this.asked.add(keyOf(name));
    const member = zipMember(this.archive, entry, this.out.budget);
    if (member === undefined) this.out.missed(entry.encrypted ? "encrypted" : "damaged");
    else if (!member.whole) this.out.missed(member.tooLong ? "too-large" : "damaged");
    return member?.bytes;
  }

  text(name: string): string | undefined {
    const bytes = this.bytes(name);
    if (bytes === undefined) return undefined;
    const decoded = decodeText(bytes);
    if (decoded === undefined || !decoded.sure) this.out.missed("text-unmapped");
    return decoded?.text;
  }

  /** Reads through an XML part. False where there is none; broken XML is said to be damaged. */
  scan(name: string, events: XmlEvents): boolean {
    const xml = this.text(name);
    if (xml === undefined) return false;
    if (!scanXml(xml, events, this.out.budget)) this.out.missed("damaged");
    return true;
  }

  /** Relations of a part; of the package for "". */
  relations(source: string): readonly Relation[] {
    const slash = source.lastIndexOf("/") + 1;
    const relations: Relation[] = [];
    this.scan(`${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`, {
      open: (tag) => {
        if (tag.name !== "Relationship") return;
        const target = tag.attribute("Target") ?? "";
        const type = tag.attribute("Type") ?? "";
        const external = tag.attribute("TargetMode") === "External";
        relations.push({ id: tag.attribute("Id") ?? "", type: type.slice(type.lastIndexOf("/") + 1), target: external ? target : resolved(source, target), external });
      },
    });
    return relations;
  }

  /** The content type of a part, lower case; "" where none is stated (7.2.3.2). */
  contentType(name: string): string {
    if (this.types === undefined) {
      const types = new Map<string, string>();
      this.scan(CONTENT_TYPES, {
        open: (tag) => {
          const key = tag.name === "Override" ? keyOf(tag.attribute("PartName") ?? "") : `*.${(tag.attribute("Extension") ?? "").toLowerCase()}`;
          types.set(key, (tag.attribute("ContentType") ?? "").toLowerCase());
        },
      });
      this.types = types;
    }
    const key = keyOf(name);
    return this.types.get(key) ?? this.types.get(`*.${key.slice(key.lastIndexOf(".") + 1)}`) ?? "";
  }

  /** The part that the document begins with, or "". */
  mainPart(): string {
    return this.relations("").find(({ type, external }) => type === "officeDocument" && !external)?.target ?? "";
  }
}
