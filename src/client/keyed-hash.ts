/** The keyed hash by which a draft's names and numbers are looked up among an organisation's known patients. */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { base64urlToBytes } from "./bytes.ts";

/** UTF-8 without a text encoder, which classic Outlook lacks. @throws URIError on half a surrogate pair */
function utf8(text: string): Uint8Array {
  const ascii = encodeURIComponent(text).replace(/%([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Uint8Array.from(ascii, (char) => char.charCodeAt(0));
}

const HEX_DIGITS = 16;

/** A `KeyedHash`. A key that is not base64url matches nothing. */
export function keyedHash(key: string, text: string): string {
  const bytes = base64urlToBytes(key);
  return bytes === undefined ? "" : bytesToHex(hmac(sha256, bytes, utf8(text))).slice(0, HEX_DIGITS);
}
