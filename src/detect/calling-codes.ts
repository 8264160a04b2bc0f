/** Country calling codes (ITU-T E.164) and how many digits a national number has behind each (national plans as filed under ITU-T E.129). The North American plan is `us-phone`'s own. */

const CODES_BY_LENGTH: Readonly<Record<string, string>> = {
  "5-7": "241 508 672 674 676 677 682 685 686 687 688 681 298 299",
  "6-11": "352 358 372 376 378",
  "7": "220 238 239 246 248 269 291 297 501 592 673 679 680 691 692 960",
  "7-9": "56 213 230 231 232 236 245 252 257 265 267 353 354 359 507 593 595 597 599 670 675 678 689 965 975",
  "7-10": "46 62 84",
  "7-11": "39 43 82",
  "7-12": "49 86",
  "8": "45 47 53 65 216 222 223 226 227 228 235 253 258 266 268 350 357 370 371 373 374 382 386 502 503 504 505 506 591 598 800 808 852 853 968 973 974 976 993",
  "8-9": "31 32 36 51 63 66 250 259 263 264 355 377 381 383 385 387 389 423 509 855 886 961 962 963 967 970 971 972",
  "8-10": "20 60 64 92 95 225 229 234 237 254 856 880 964 977",
  "9": "27 33 34 40 41 48 61 93 94 211 212 221 224 233 240 242 243 244 249 251 255 256 260 261 262 351 375 380 420 421 590 594 596 966 992 994 995 996 998",
  "9-10": "44 54 81 218",
  "10": "7 30 52 57 58 90 91 98",
  "10-11": "55",
};

/** Where zeros and all the national number may begin with 0; elsewhere a leading 0 is a trunk prefix, not dialled from abroad. */
const ZERO_KEPT = new Set(["39", "225", "229", "241", "242", "378"]);

export interface CallingCode {
  /** In digits. */
  readonly length: number;
  readonly fewest: number;
  readonly most: number;
  readonly zeroKept: boolean;
}

const CODES: ReadonlyMap<string, CallingCode> = new Map(
  Object.entries(CODES_BY_LENGTH).flatMap(([range, codes]) => {
    const [fewest = 0, most = fewest] = range.split("-").map(Number);
    return codes.split(" ").map((code) => [code, { length: code.length, fewest, most, zeroKept: ZERO_KEPT.has(code) }] as const);
  }),
);

/** The calling code that a run of digits begins with: no code is the beginning of another. */
export function callingCodeOf(digits: string): CallingCode | undefined {
  return CODES.get(digits.slice(0, 2)) ?? CODES.get(digits.slice(0, 3)) ?? CODES.get(digits.slice(0, 1));
}
