import { deflateSync } from "node:zlib";
import { extract } from "../../../src/extract/index.ts";

/** A big-endian TIFF structure: description, and a GPS directory at 12° 32′ 35.556″ S, 54° 7′ 24.24″ E. */
function exif(loop = false): Buffer {
  const b = Buffer.alloc(200);
  b.write("MM\0*", "latin1");
  b.writeUInt32BE(8, 4);
  b.writeUInt16BE(2, 8);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    b.writeUInt16BE(tag, at);
    b.writeUInt16BE(type, at + 2);
    b.writeUInt32BE(count, at + 4);
    b.writeUInt32BE(value, at + 8);
  };
  entry(10, 0x010e, 2, 12, 160);
  entry(22, 0x8825, 4, 1, 40);
  b.writeUInt32BE(loop ? 8 : 0, 34);
  b.writeUInt16BE(4, 40);
  entry(42, 1, 2, 2, 0x53000000);
  entry(54, 2, 5, 3, 96);
  entry(66, 3, 2, 2, 0x45000000);
  entry(78, 4, 5, 3, 120);
  [12, 1, 32, 1, 35556, 1000].forEach((one, at) => b.writeUInt32BE(one, 96 + at * 4));
  [54, 1, 7, 1, 2424, 100].forEach((one, at) => b.writeUInt32BE(one, 120 + at * 4));
  b.write("Maria Lopez\0", 160);
  return b;
}

const chunk = (kind: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(kind), data, Buffer.alloc(4)]);
};
const segment = (marker: number, data: Buffer) => Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), data]);
const read = (name: string, ...pieces: readonly Buffer[]) => extract({ name, bytes: new Uint8Array(Buffer.concat(pieces)) });
const JPEG = Buffer.from([0xff, 0xd8]);
const PNG = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

describe("pictures are unread, with what is written beside the pixels", () => {
  test.each([
    ["JPEG", read("a.jpg", JPEG, segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), exif()])), segment(0xfe, Buffer.from("left hand")), Buffer.from([0xff, 0xda, 0, 2])), ["Description: Maria Lopez", "GPS position: -12.54321, 54.12340", "left hand"]],
    ["PNG", read("a.png", PNG, chunk("tEXt", Buffer.from("Title\0Maria Lopez")), chunk("zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync("left hand")])), chunk("eXIf", exif())), ["Title: Maria Lopez", "Comment: left hand", "GPS position: -12.54321, 54.12340"]],
    ["TIFF", read("a.tif", exif()), ["Description: Maria Lopez"]],
    ["a TIFF whose directories form a ring", read("a.tif", exif(true)), ["Description: Maria Lopez"]],
  ])("%s", (_what, { status, reason, parts }, words) => {
    expect([status, reason, parts[0]?.place]).toEqual(["unread", "image", { kind: "properties" }]);
    for (const word of words) expect(parts[0]?.content.split("\n")).toContain(word);
  });

  test("one cut anywhere is unread and throws nothing", () => {
    const whole = Buffer.concat([JPEG, segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), exif()]))]);
    for (let end = 3; end < whole.length; end += 3) expect(read("a.jpg", whole.subarray(0, end))).toMatchObject({ status: "unread" });
  });
});
