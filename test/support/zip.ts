/** Writes zip archives (APPNOTE 6.3) for tests, wrong ones too. */
import { crc32, deflateRawSync } from "node:zlib";

export interface Member {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  /** Not named in the directory. */
  readonly unlisted?: boolean;
  readonly method?: number;
  /** Size that the directory claims. */
  readonly claimed?: number;
}

export const bytesOf = (data: string | Uint8Array): Uint8Array => (typeof data === "string" ? new TextEncoder().encode(data) : data);

/** An archive; `volume` is the number of the volume at its end. */
export function zipFile(members: readonly Member[] | Readonly<Record<string, string | Uint8Array>>, volume = 0): Uint8Array {
  const list: readonly Member[] = Array.isArray(members) ? members as readonly Member[] : Object.entries(members).map(([name, data]) => ({ name, data: data as string | Uint8Array }));
  const chunks: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, data, stored = false, encrypted = false, unlisted = false, method = stored ? 0 : 8, claimed } of list) {
    const plain = bytesOf(data);
    const packed = stored ? Buffer.from(plain) : deflateRawSync(plain);
    const nameBytes = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE((encrypted ? 1 : 0) | 0x800, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(crc32(plain), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claimed ?? plain.length, 18);
    shared.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), shared, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    if (!unlisted) central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), shared, tail, nameBytes]));
    chunks.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(volume, 4);
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...chunks, directory, end]));
}
