/** What a compound file is: a document, a message, an encrypted package, or an embedded object. */
import type { Format } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { isCompound, openCompound } from "./compound.ts";
import type { Storage } from "./compound.ts";
import { ole10Native } from "./embedded.ts";
import { propertiesOf } from "./property-set.ts";

/** A password or rights management over the whole document (MS-OFFCRYPTO 1.3.3 and 2.2). */
const ENCRYPTED = ["EncryptedPackage", "EncryptionInfo", "\x09DRMContent"];
/** Which stream tells which document. */
const DOCUMENTS: readonly (readonly [stream: string, format: string])[] = [
  ["WordDocument", "doc"], ["Workbook", "xls"], ["Book", "xls"], ["PowerPoint Document", "ppt"], ["__properties_version1.0", "msg"],
];
/** PowerPoint 95 and 97 in one file: the newer form lies here (MS-PPT 2.1.1). */
const DUAL = "PP97_DUALSTORAGE";
const NATIVE = "\x01Ole10Native";
/** Streams that hold a file as it is. */
const HOLDERS = ["CONTENTS", "Package"];

function holds(storage: Storage, streams: readonly string[]): boolean {
  return streams.some((name) => storage.hasStream(name));
}

/** An embedded object: each stream that holds a file is read as one. False where there is none. */
function embedded(root: Storage, out: Sink): boolean {
  let found = false;
  for (const name of [NATIVE, ...HOLDERS]) {
    const stream = root.stream(name);
    if (stream === undefined || (stream.bytes.length === 0 && stream.whole)) continue;
    found = true;
    if (!stream.whole) out.missed("damaged");
    out.file(name === NATIVE ? ole10Native(stream.bytes) : { name, bytes: stream.bytes });
  }
  return found;
}

function read({ bytes }: SourceFile, out: Sink): void {
  const compound = openCompound(bytes, out.budget);
  if (compound === undefined) return out.unread("damaged");
  const { root, damaged } = compound;
  if (damaged) out.missed("damaged");
  out.text(propertiesOf(root, out.budget), { kind: "properties" });
  if (holds(root, ENCRYPTED) || root.storage("\x06DataSpaces")?.storage("TransformInfo")?.storage("DRMEncryptedTransform") !== undefined) return out.unread("encrypted");
  const told = DOCUMENTS.find(([stream]) => root.hasStream(stream))?.[1] ?? (root.storage(DUAL) === undefined ? undefined : "ppt");
  if (told !== undefined) return out.as(told);
  // Visio, Publisher, Project, databases, installers.
  if (!embedded(root, out)) out.unread("unsupported");
}

export const COMPOUND: Format = {
  key: "compound", endings: ["vsd", "pub", "mpp", "msi"], told: ({ bytes }) => isCompound(bytes), read,
};
