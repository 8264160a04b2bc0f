/** The standard security handler (ISO 32000-2, 7.6) with the empty user password: files that open without being asked for one. */
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { bytesOfLatin1, joinedBytes, latin1 } from "../../bytes.ts";
import { aesDecrypt, aesEncrypt, rc4 } from "./aes.ts";
import { md5 } from "./md5.ts";
import type { Dict, PdfObject, Stream } from "./objects.ts";

export interface Security {
  string(text: string, number: number, generation: number): string;
  /** The bytes, decrypted. `filter`: the crypt filter that the stream names for itself. */
  stream(stream: Stream, filter: string | undefined): Uint8Array;
  /** True where a password is needed for this stream alone: only attachments are encrypted. */
  isLocked(stream: Stream): boolean;
}

/** What of the file is needed to look things up. */
interface Values {
  name(object: PdfObject | undefined): string | undefined;
  number(object: PdfObject | undefined, fallback: number): number;
  dict(object: PdfObject | undefined): Dict | undefined;
  resolve(object: PdfObject | undefined): PdfObject;
}

type Method = "none" | "rc4" | "aes";

interface Handler {
  readonly revision: number;
  /** Bytes of the key. */
  readonly keyLength: number;
  readonly owner: Uint8Array;
  readonly user: Uint8Array;
  readonly userKey: Uint8Array;
  readonly permissions: number;
  readonly id: Uint8Array;
  readonly encryptsMetadata: boolean;
}

/** 7.6.4.3.2: what a password is filled up with; the empty one is nothing else. */
const PADDING = bytesOfLatin1("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A");
const NOTHING = new Uint8Array(0);
const NO_IV = new Uint8Array(16);

function agree(a: Uint8Array, b: Uint8Array, length: number): boolean {
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** Algorithms 2, 4 and 5: revisions 2 to 4. */
function oldKey({ revision, keyLength, owner, user, permissions, id, encryptsMetadata }: Handler): Uint8Array | undefined {
  const bits = Uint8Array.from([0, 8, 16, 24], (shift) => (permissions >> shift) & 255);
  const length = revision === 2 ? 5 : keyLength;
  let hash = md5(joinedBytes([PADDING, owner.subarray(0, 32), bits, id, revision >= 4 && !encryptsMetadata ? Uint8Array.of(255, 255, 255, 255) : NOTHING]));
  if (revision >= 3) for (let round = 0; round < 50; round++) hash = md5(hash.subarray(0, length));
  const key = hash.slice(0, length);
  if (revision === 2) return agree(rc4(key, PADDING), user, 32) ? key : undefined;
  let check: Uint8Array = md5(joinedBytes([PADDING, id]));
  for (let round = 0; round < 20; round++) check = rc4(key.map((byte) => byte ^ round), check);
  return agree(check, user, 16) ? key : undefined;
}

/** Algorithm 2.B, for the empty password: at least 64 rounds, then as many as the last byte says. */
function hardenedHash(salt: Uint8Array): Uint8Array {
  let hash: Uint8Array = sha256(salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const block = new Uint8Array(hash.length * 64);
    for (let at = 0; at < 64; at++) block.set(hash, at * hash.length);
    aesEncrypt(hash.slice(0, 16), hash.slice(16, 32), block);
    // The first 16 bytes as a number modulo 3: 256 is 1 modulo 3, so the sum of the bytes will do.
    const rest = block.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    hash = rest === 0 ? sha256(block) : rest === 1 ? sha384(block) : sha512(block);
    last = block[block.length - 1] as number;
  }
  return hash.subarray(0, 32);
}

/** Algorithm 2.A: revisions 5 and 6. */
function newKey({ revision, user, userKey }: Handler): Uint8Array | undefined {
  const hash = revision === 5 ? sha256 : hardenedHash;
  if (user.length < 48 || userKey.length < 32 || !agree(hash(user.subarray(32, 40)), user, 32)) return undefined;
  return aesDecrypt(hash(user.subarray(40, 48)), NO_IV, userKey.subarray(0, 32));
}

/** The first block is the initial vector; the last bytes pad. */
function openAes(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const out = aesDecrypt(key, bytes.subarray(0, 16), bytes.subarray(16));
  const padding = out[out.length - 1] ?? 0;
  return padding > 0 && padding <= 16 ? out.subarray(0, out.length - padding) : out;
}

class StandardSecurity implements Security {
  private readonly key: Uint8Array | undefined;
  /** Of revisions 5 and 6: one key for all objects. */
  private readonly oneKey: boolean;
  private readonly method: (filter: string) => Method;
  private readonly filters: { readonly strings: string; readonly streams: string; readonly files: string };
  private readonly encryptsMetadata: boolean;

  constructor(key: Uint8Array | undefined, handler: Handler, method: (filter: string) => Method, filters: StandardSecurity["filters"]) {
    this.key = key;
    this.oneKey = handler.revision >= 5;
    this.encryptsMetadata = handler.encryptsMetadata;
    this.method = method;
    this.filters = filters;
  }

  /** Algorithm 1: a key of its own for each object. */
  private open(bytes: Uint8Array, filter: string, number: number, generation: number): Uint8Array {
    const { key } = this;
    const method = this.method(filter);
    if (method === "none" || key === undefined) return bytes;
    if (method === "aes" && bytes.length < 32) return NOTHING;
    if (this.oneKey) return openAes(key, bytes);
    const own = Uint8Array.of(number & 255, (number >> 8) & 255, (number >> 16) & 255, generation & 255, (generation >> 8) & 255);
    const hash = md5(joinedBytes([key, own, method === "aes" ? bytesOfLatin1("sAlT") : NOTHING])).subarray(0, Math.min(16, key.length + 5));
    return method === "aes" ? openAes(hash, bytes) : rc4(hash, bytes);
  }

  string(text: string, number: number, generation: number): string {
    return latin1(this.open(bytesOfLatin1(text), this.filters.strings, number, generation));
  }

  private filterOf({ dict }: Stream, filter: string | undefined): string {
    const type = dict.get("Type");
    const kind = typeof type === "object" && type !== null && "name" in type ? type.name : "";
    if (kind === "XRef" || (kind === "Metadata" && !this.encryptsMetadata)) return "Identity";
    return filter ?? (kind === "EmbeddedFile" ? this.filters.files : this.filters.streams);
  }

  stream(stream: Stream, filter: string | undefined): Uint8Array {
    return this.open(stream.bytes, this.filterOf(stream, filter), stream.number, stream.generation);
  }

  isLocked(stream: Stream): boolean {
    return this.key === undefined && this.method(this.filters.files) !== "none" && stream.dict.size > 0;
  }
}

/** The handler that `encrypt`, the trailer's dictionary, asks for. `undefined`: a password or an unknown handler is needed. */
export function openSecurity(encrypt: Dict, id: string, values: Values): Security | undefined {
  const bytes = (key: string): Uint8Array => {
    const value = values.resolve(encrypt.get(key));
    return bytesOfLatin1(typeof value === "string" ? value : "");
  };
  const version = values.number(encrypt.get("V"), 0);
  const revision = values.number(encrypt.get("R"), 0);
  if ((values.name(encrypt.get("Filter")) ?? "Standard") !== "Standard" || version < 1 || version > 5 || revision < 2 || revision > 6) return undefined;
  const handler: Handler = {
    revision, keyLength: version === 4 ? 16 : version === 1 ? 5 : Math.min(16, Math.max(5, values.number(encrypt.get("Length"), 40) >> 3)),
    owner: bytes("O"), user: bytes("U"), userKey: bytes("UE"), permissions: values.number(encrypt.get("P"), 0) | 0, id: bytesOfLatin1(id),
    encryptsMetadata: values.resolve(encrypt.get("EncryptMetadata")) !== false,
  };
  const custom = values.dict(encrypt.get("CF"));
  const method = (filter: string): Method => {
    if (filter === "Identity") return "none";
    if (version < 4) return "rc4";
    const name = values.name(values.dict(custom?.get(filter))?.get("CFM"));
    return name === "None" || name === undefined ? "none" : name === "V2" ? "rc4" : "aes";
  };
  const named = (key: string, fallback: string): string => (version < 4 ? "StdCF" : values.name(encrypt.get(key)) ?? fallback);
  const streams = named("StmF", "Identity");
  const filters = { strings: named("StrF", "Identity"), streams, files: named("EFF", streams) };
  const key = revision >= 5 ? newKey(handler) : oldKey(handler);
  if (key === undefined && (method(filters.strings) !== "none" || method(filters.streams) !== "none")) return undefined;
  return new StandardSecurity(key, handler, method, filters);
}
