/** Other packages of parts, such as Visio drawings and XPS pages: the text of all their XML. */
import type { Format } from "../../format.ts";
import type { Sink, SourceFile } from "../../sink.ts";
import { Package } from "./package.ts";
import { judge, readRest } from "./parts.ts";
import { readOfficeProperties } from "./properties.ts";

/** Enough letters to say that there is text. */
const SOME = 1_000;

function read({ bytes }: SourceFile, out: Sink): void {
  const pack = new Package(bytes, out);
  readOfficeProperties(pack, out);
  judge(pack, out, readRest(pack, out) > 0 ? SOME : 0, bytes.length, 0);
}

export const OPC: Format = {
  key: "opc", endings: ["vsdx", "vsdm", "vstx", "xps", "oxps"], read,
};
