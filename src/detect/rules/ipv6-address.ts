/** Public IPv6 address (RFC 4291, written as in RFC 5952): global unicast begins with 2 or 3; others need the word or all eight groups. The documentation ranges (RFC 3849, RFC 9637) are shown as test values. */
import { defineRule } from "../rule.ts";

export const ipv6Address = defineRule({
  id: "ipv6-address",
  part: "O",
  title: { en: "IPv6 address", es: "Dirección IPv6" },
  gates: [{ kind: "digits", lengths: [1, 2, 3, 4] }, { kind: "mixed", lengths: [2, 3, 4] }],
  shapes: [
    { name: "full", next: ":", pattern: /(?<![\w:.])[23][\da-f]{3}(?::[\da-f]{1,4}){7}(?![\w:])/iy, points: 18 },
    { name: "shortened", next: ":", pattern: /(?<![\w:.])[23][\da-f]{3}(?:(?::[\da-f]{1,4}){1,6}::(?:[\da-f]{1,4}(?::[\da-f]{1,4}){0,5})?|::[\da-f]{1,4}(?::[\da-f]{1,4}){0,5})(?![\w:])/iy, points: 14 },
    { name: "eight-groups", next: ":", pattern: /(?<![\w:.])[\da-f]{1,4}(?::[\da-f]{1,4}){7}(?![\w:])/iy, points: 4 },
    { name: "with-ipv4", next: ":", pattern: /(?<![\w:.])(?!f[cde])(?:[\da-f]{1,4}:){1,6}(?::(?:[\da-f]{1,4}:){0,4})?(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d|:)/iy, points: 14 },
    { name: "four-groups", next: ":", pattern: /(?<![\w:.])(?!f[cde]|0?::)(?=[\da-f:]{0,36}(?:[a-f]|\d{3}))[\da-f]{1,4}(?=(?::{1,2}[\da-f]{1,4}){3})(?::[\da-f]{1,4}){0,5}::[\da-f]{1,4}(?::[\da-f]{1,4}){0,5}(?![\w:.])/iy, points: 4 },
    { name: "other-shortened", next: ":", pattern: /(?<![\w:.])(?!f[cde]|0?::)[\da-f]{1,4}(?::[\da-f]{1,4}){0,6}::(?:[\da-f]{1,4}(?::[\da-f]{1,4}){0,5})?(?![\w:.])/iy, points: -16 },
  ],
  cues: { words: ["ip", "ipv6", "ip address"], before: 25, after: 0, points: 20 },
  testValue: (value) => (/^(?:2001:0?db8|3fff):/i.test(value) ? "documentation address" : undefined),
  weight: 30,
});
