/** A PDF as a table of objects that are read when they are asked for. */
import type { Budget } from "../../budget.ts";
import { indexOfBytes } from "../../bytes.ts";
import { openSecurity } from "./security.ts";
import type { Security } from "./security.ts";
import { unfilter } from "./filters.ts";
import { Lexer } from "./lexer.ts";
import { Command, isDict, isList, Name, Ref, Stream } from "./objects.ts";
import type { Dict, PdfObject } from "./objects.ts";
import { MOST_OBJECTS, scanObjects } from "./scan.ts";
import type { Entry } from "./scan.ts";
import { textOfString } from "./strings.ts";

/** References that lead to references. */
const LONGEST_CHAIN = 20;
const DEEPEST = 50;
const NO_DICT: Dict = new Map();

export class PdfFile {
  readonly budget: Budget;
  readonly trailer: Dict;
  /** A password is needed, or a handler that is not known here. */
  readonly locked: boolean;
  /** Set where something of the file was cut or could not be unpacked. */
  damaged: boolean;
  /** A stream was longer than one may be. */
  tooLong: boolean;
  /** Operators of content streams that were run, in all. */
  operators = 0;
  private readonly entries: Map<number, Entry>;
  private readonly cache = new Map<number, PdfObject>();
  private readonly security: Security | undefined;

  /** @throws LimitReached */
  constructor(bytes: Uint8Array, budget: Budget) {
    this.budget = budget;
    const { entries, objectStreams, trailers, cut, overflowed } = scanObjects(bytes, budget);
    this.entries = entries;
    this.damaged = cut;
    this.tooLong = overflowed;
    this.trailer = new Map(trailers.filter((trailer) => trailer.has("Root")).flatMap((trailer) => [...trailer]));
    const encrypt = this.dict(this.trailer.get("Encrypt"));
    const [id] = this.list(this.trailer.get("ID"));
    this.security = encrypt === undefined ? undefined : openSecurity(encrypt, typeof id === "string" ? id : "", this);
    // A cut file may have lost its trailer, and with it what would open its streams.
    this.locked = encrypt === undefined ? this.trailer.size === 0 && indexOfBytes(bytes, "/Encrypt") !== -1 : this.security === undefined;
    this.cache.clear();
    if (!this.locked) for (const number of objectStreams) this.unpack(number);
  }

  /** Numbers of all objects. */
  get numbers(): Iterable<number> {
    return this.entries.keys();
  }

  private unpack(number: number): void {
    const holder = this.entries.get(number);
    const stream = this.resolve(new Ref(number));
    if (holder === undefined || !(stream instanceof Stream)) return;
    const bytes = this.data(stream);
    if (bytes === undefined) {
      this.damaged = true;
      return;
    }
    const first = this.number(stream.dict.get("First"), 0);
    const lexer = new Lexer(bytes.subarray(0, first), 0, false);
    const count = this.number(stream.dict.get("N"), 0);
    for (let at = 0; at < count; at++) {
      if (this.entries.size >= MOST_OBJECTS) {
        this.tooLong = true;
        return;
      }
      this.budget.step();
      const own = lexer.next();
      const offset = lexer.next();
      if (typeof own !== "number" || typeof offset !== "number" || first + offset >= bytes.length) {
        this.damaged = true;
        return;
      }
      const known = this.entries.get(own);
      if (known === undefined || known.order < holder.order) this.entries.set(own, { bytes, at: first + offset, generation: 0, order: holder.order, packed: true, to: bytes.length });
    }
  }

  private read(number: number, entry: Entry): PdfObject {
    const lexer = new Lexer(entry.bytes.subarray(0, entry.to), entry.at);
    const object = lexer.next() ?? null;
    if (lexer.overflowed) this.tooLong = true;
    this.budget.step(1 + ((lexer.at - entry.at) >> 4));
    const opened = entry.packed || this.security === undefined ? object : this.openStrings(object, number, entry.generation, 0);
    if (entry.stream !== undefined && isDict(opened)) {
      const { from, to, whole } = entry.stream;
      return new Stream(opened, entry.bytes.subarray(from, to), { number, generation: entry.generation, whole });
    }
    return opened instanceof Command ? null : opened;
  }

  private openStrings(object: PdfObject, number: number, generation: number, depth: number): PdfObject {
    if (depth > DEEPEST) return object;
    if (typeof object === "string") return this.security?.string(object, number, generation) ?? object;
    if (isList(object)) return object.map((item) => this.openStrings(item, number, generation, depth + 1));
    if (!isDict(object)) return object;
    return new Map([...object].map(([key, value]) => [key, this.openStrings(value, number, generation, depth + 1)]));
  }

  /** The object itself; `null` for what is not there. */
  resolve(object: PdfObject | undefined): PdfObject {
    let found = object;
    for (let count = 0; found instanceof Ref; count++) {
      if (count > LONGEST_CHAIN) return null;
      const { number } = found;
      const kept = this.cache.get(number);
      if (kept !== undefined) found = kept;
      else {
        const entry = this.entries.get(number);
        found = entry === undefined ? null : this.read(number, entry);
        this.cache.set(number, found);
      }
    }
    return found ?? null;
  }

  dict(object: PdfObject | undefined): Dict | undefined {
    const found = this.resolve(object);
    return isDict(found) ? found : found instanceof Stream ? found.dict : undefined;
  }

  list(object: PdfObject | undefined): readonly PdfObject[] {
    const found = this.resolve(object);
    return isList(found) ? found : [];
  }

  number(object: PdfObject | undefined, fallback: number): number {
    const found = this.resolve(object);
    return typeof found === "number" ? found : fallback;
  }

  /** The numbers of an array of exactly `length`. */
  numbersOf(object: PdfObject | undefined, length: number): readonly number[] | undefined {
    const found = this.list(object).map((item) => this.number(item, 0));
    return found.length === length ? found : undefined;
  }

  name(object: PdfObject | undefined): string | undefined {
    const found = this.resolve(object);
    return found instanceof Name ? found.name : undefined;
  }

  /** A text string (7.9.2.2). */
  text(object: PdfObject | undefined): string {
    const found = this.resolve(object);
    return typeof found === "string" ? textOfString(found) : "";
  }

  /** A stream's bytes, unpacked. `undefined` for a picture's coding. What is damaged is noted. @throws LimitReached */
  data(stream: Stream): Uint8Array | undefined {
    const { dict } = stream;
    const filters = this.some(dict.get("Filter") ?? dict.get("F")).map((filter) => this.name(filter) ?? "");
    const parameters = this.some(dict.get("DecodeParms") ?? dict.get("DP"));
    let bytes = this.security?.stream(stream, filters[0] === "Crypt" ? this.name(this.dict(parameters[0])?.get("Name")) ?? "Identity" : undefined) ?? stream.bytes;
    let whole = stream.whole;
    for (const [at, filter] of filters.slice(0, 10).entries()) {
      const own = this.dict(parameters[at]) ?? NO_DICT;
      const decoded = unfilter(filter, bytes, (key, fallback) => this.number(own.get(key), fallback), this.budget);
      if (decoded === undefined) return undefined;
      bytes = decoded.bytes;
      whole &&= decoded.whole;
    }
    if (bytes.length >= this.budget.limits.memberBytes) this.tooLong = true;
    else if (!whole) this.damaged = true;
    return bytes;
  }

  /** True where the stream opens with a password alone, though the rest of the file does without. */
  isLocked(stream: Stream): boolean {
    return this.security?.isLocked(stream) === true;
  }

  /** One object or an array of them, as filters and contents are given. */
  some(object: PdfObject | undefined): readonly PdfObject[] {
    const found = this.resolve(object);
    return isList(found) ? found : found === null ? [] : [found];
  }
}

