/** Pictures, sound, film, and archives that are not opened: told by their first bytes. */
import { latin1, startsAt } from "../../bytes.ts";
import type { Format, Head } from "../../format.ts";
import { readImage } from "./image.ts";

/** `bytes` in Latin-1. */
interface Magic {
  readonly at?: number;
  readonly bytes: string;
}

const IMAGES: readonly Magic[] = [
  { bytes: "\x89PNG\r\n\x1A\n" }, { bytes: "\xFF\xD8\xFF" }, { bytes: "GIF87a" }, { bytes: "GIF89a" }, { bytes: "II*\0" }, { bytes: "MM\0*" }, { bytes: "II+\0" },
  { bytes: "\0\0\x01\0" }, { at: 8, bytes: "WEBP" }, { at: 4, bytes: "ftypheic" }, { at: 4, bytes: "ftypheix" }, { at: 4, bytes: "ftypmif1" }, { at: 4, bytes: "ftypavif" },
  { bytes: "\0\0\0\x0CjP  " }, { bytes: "8BPS" }, { bytes: "\xD7\xCD\xC6\x9A" },
];
const ARCHIVES: readonly Magic[] = [
  { bytes: "7z\xBC\xAF\x27\x1C" }, { bytes: "Rar!\x1A\x07" }, { bytes: "\x1F\x8B" }, { at: 4, bytes: "1AY&SY" }, { bytes: "\xFD7zXZ\0" }, { bytes: "MSCF\0\0\0\0" },
  { at: 257, bytes: "ustar" }, { bytes: "SQLite format 3\0" },
];
const MEDIA: readonly Magic[] = [
  { bytes: "ID3\x02" }, { bytes: "ID3\x03" }, { bytes: "ID3\x04" }, { bytes: "OggS" }, { bytes: "fLaC" }, { bytes: "RIFF" }, { at: 4, bytes: "ftyp" }, { bytes: "\x1A\x45\xDF\xA3" },
];

function has({ bytes }: Head, magics: readonly Magic[]): boolean {
  return magics.some((magic) => startsAt(bytes, magic.at ?? 0, magic.bytes));
}

/** `BM` alone begins ordinary words; the header's zero fields and its size of 12 to 124 do not. */
function isBitmap(bytes: Uint8Array): boolean {
  const reserved = [6, 7, 8, 9, 15, 16, 17].every((at) => bytes[at] === 0);
  return latin1(bytes, 0, 2) === "BM" && bytes.length >= 26 && reserved && (bytes[14] ?? 0) >= 12;
}

const IMAGE: Format = {
  key: "image", endings: ["jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic", "heif", "ico"],
  told: (head) => has(head, IMAGES) || isBitmap(head.bytes), read: readImage,
};
const ARCHIVE: Format = {
  key: "archive", endings: ["7z", "rar", "gz", "bz2", "xz", "cab", "tar"], told: (head) => has(head, ARCHIVES),
  read: (_file, out) => out.unread("unsupported"),
};
const RECORDING: Format = {
  key: "media", endings: ["mp3", "wav", "m4a", "ogg", "flac", "mp4", "mov", "avi", "mkv", "webm"], told: (head) => has(head, MEDIA),
  read: (_file, out) => out.unread("media"),
};

export const MEDIA_FORMATS: readonly Format[] = [IMAGE, ARCHIVE, RECORDING];
