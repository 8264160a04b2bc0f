import { createHash } from "node:crypto";
import { sha384, sha512 } from "../../../src/extract/formats/pdf/sha512.ts";

test.each([["sha512", sha512], ["sha384", sha384]] as const)("%s of messages around the borders of a block agrees with the platform's", (name, digest) => {
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) & 255);
    expect(Buffer.from(digest(bytes)).toString("hex")).toBe(createHash(name).update(bytes).digest("hex"));
  }
});
