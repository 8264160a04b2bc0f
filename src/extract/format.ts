/** What the registry knows of a format; what people are told of it stands in about.ts. */
import { decodeText } from "./charset.ts";
import type { Reader, SourceFile } from "./sink.ts";

export interface Format {
  /** Stands in results and tests: "docx", "pdf". */
  readonly key: string;
  /** Endings of file names that promise this format, lower case without the dot. The first is the usual one. */
  readonly endings: readonly string[];
  /** True where the content is of this format. Absent: told by a reader that looks further, such as zip for docx. */
  readonly told?: (head: Head) => boolean;
  readonly read: Reader;
}

/** Bytes of `text`. */
export const LOOKED_AT = 16_384;

/** The beginning of a file, as far as telling its format needs it. */
export class Head {
  /** File name in lower case. */
  readonly name: string;
  readonly bytes: Uint8Array;
  private decoded: string | undefined;

  constructor({ name, bytes }: SourceFile) {
    this.name = name.toLowerCase();
    this.bytes = bytes;
  }

  /** The first 16 kB as text, whatever they are. */
  get text(): string {
    return (this.decoded ??= decodeText(this.bytes.subarray(0, LOOKED_AT))?.text ?? "");
  }

  /** The same, from its first sign on. */
  get start(): string {
    return this.text.trimStart();
  }

  hasEnding(...endings: readonly string[]): boolean {
    return endings.some((ending) => this.name.endsWith(`.${ending}`));
  }
}
