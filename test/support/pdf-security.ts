/** Encrypts PDFs for tests with Node's own ciphers: an independent reading of ISO 32000-2, 7.6. */
import { createCipheriv, createHash } from "node:crypto";

const PADDING = Buffer.from("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A", "hex");
const ID = Buffer.from("0123456789abcdef");
const OWNER = Buffer.alloc(32, 7);
const FILE_KEY = Buffer.alloc(32, 9);
const IV = Buffer.alloc(16, 5);
const hash = (name: string, ...pieces: readonly Uint8Array[]): Buffer => createHash(name).update(Buffer.concat(pieces)).digest();
const aes = (bits: 128 | 256, key: Uint8Array, iv: Uint8Array, bytes: Uint8Array, padded: boolean) => {
  const cipher = createCipheriv(`aes-${bits}-cbc`, key, iv).setAutoPadding(padded);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
};

export function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const s = Array.from({ length: 256 }, (_, at) => at);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + s[i]! + key[i % key.length]!) % 256;
    [s[i], s[j]] = [s[j]!, s[i]!];
  }
  let [i, j] = [0, 0];
  return Buffer.from(bytes.map((byte) => {
    i = (i + 1) % 256;
    j = (j + s[i]!) % 256;
    [s[i], s[j]] = [s[j]!, s[i]!];
    return byte ^ s[(s[i]! + s[j]!) % 256]!;
  }));
}

export interface Sealed {
  /** Entries of the trailer. */
  readonly trailer: string;
  readonly seal: (bytes: Uint8Array, number: number) => Uint8Array;
}

const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString("hex")}>`;

/** Algorithm 2, with `password` in its padded form. */
function fileKey(revision: number, length: number, password: Uint8Array): Buffer {
  let key: Buffer = hash("md5", password, OWNER, Buffer.from([0xfc, 0xff, 0xff, 0xff]), ID);
  if (revision >= 3) for (let round = 0; round < 50; round++) key = hash("md5", key.subarray(0, length));
  return key.subarray(0, length);
}

function checkOf(revision: number, key: Uint8Array): Buffer {
  if (revision === 2) return rc4(key, PADDING);
  let check: Buffer = hash("md5", PADDING, ID);
  for (let round = 0; round < 20; round++) check = rc4(key.map((byte) => byte ^ round), check);
  return Buffer.concat([check, Buffer.alloc(16)]);
}

/** `password`: absent, the file opens without one. */
export function oldSecurity(kind: "rc4-40" | "rc4-128" | "aes-128", password = ""): Sealed {
  const [version, revision, length] = kind === "rc4-40" ? [1, 2, 5] : kind === "rc4-128" ? [2, 3, 16] : [4, 4, 16];
  const key = fileKey(revision, length, Buffer.concat([Buffer.from(password), PADDING]).subarray(0, 32));
  const filters = kind === "aes-128" ? "/CF << /StdCF << /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF" : "";
  const seal = (bytes: Uint8Array, number: number): Uint8Array => {
    const own = Buffer.from([number & 255, number >> 8, 0, 0, 0]);
    const one = hash("md5", key, own, kind === "aes-128" ? Buffer.from("sAlT") : Buffer.alloc(0)).subarray(0, Math.min(16, length + 5));
    return kind === "aes-128" ? Buffer.concat([IV, aes(128, one, IV, bytes, true)]) : rc4(one, bytes);
  };
  return { seal, trailer: `/ID [${hex(ID)} ${hex(ID)}] /Encrypt << /Filter /Standard /V ${version} /R ${revision} /Length ${length * 8} /P -4 /O ${hex(OWNER)} /U ${hex(checkOf(revision, key))} ${filters} >>` };
}

/** Algorithm 2.B. */
function hardened(password: Uint8Array, salt: Uint8Array): Buffer {
  let key: Buffer = hash("sha256", password, salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const block = aes(128, key.subarray(0, 16), key.subarray(16, 32), Buffer.concat(Array.from({ length: 64 }, () => Buffer.concat([password, key]))), false);
    const rest = Number(BigInt(`0x${block.subarray(0, 16).toString("hex")}`) % 3n);
    key = hash(["sha256", "sha384", "sha512"][rest]!, block);
    last = block[block.length - 1]!;
  }
  return key.subarray(0, 32);
}

export function newSecurity(revision: 5 | 6, password = "", filters = "/StmF /StdCF /StrF /StdCF"): Sealed {
  const word = Buffer.from(password);
  const [check, salt] = [Buffer.from("checkslt"), Buffer.from("keysalt!")];
  const digest = (own: Uint8Array): Buffer => (revision === 5 ? hash("sha256", word, own) : hardened(word, own));
  const userKey = aes(256, digest(salt), Buffer.alloc(16), FILE_KEY, false);
  return {
    seal: (bytes) => Buffer.concat([IV, aes(256, FILE_KEY, IV, bytes, true)]),
    trailer: `/Encrypt << /Filter /Standard /V 5 /R ${revision} /Length 256 /P -4 /O ${hex(Buffer.alloc(48))} /U ${hex(Buffer.concat([digest(check), check, salt]))} /UE ${hex(userKey)} /OE ${hex(userKey)} /CF << /StdCF << /CFM /AESV3 /Length 32 >> >> ${filters} >>`,
  };
}
