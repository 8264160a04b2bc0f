/** 8-bit code pages: Windows, ISO 8859, DOS, KOI8 and Mac Roman. A page is unpacked when it is first used. */
import { textOfUnits } from "./bytes.ts";

/**
 * One page a line: its Windows number, the code points from 0x80 on (ISO 8859: from 0xA0 on, below them stand the C1 controls) as runs: the first point and how many
 * follow it, in base 36. 0: the byte means nothing. From the mapping tables of the Unicode Consortium (MAPPINGS/VENDORS and MAPPINGS/ISO8859). Neighbours are alike, so that they pack well.
 */
const RUNS: ReadonlyMap<number, string> = new Map(`
1252 6gc 0 6ca b6 6ce 6cm 6cg+1 jq 6cw 9s 6d5 9e 0 al 0+1 6c8+1 6cc+1 6ci 6c3+1 kc 6jm 9t 6d6 9f 0 am ag 4g+2n
1254 6gc 0 6ca b6 6ce 6cm 6cg+1 jq 6cw 9s 6d5 9e 0+3 6c8+1 6cc+1 6ci 6c3+1 kc 6jm 9t 6d6 9f 0+1 ag 4g+1b 7y 5t+b 8g 9q 67+g 7z 6p+b 8h 9r 73
28599 4g+1b 7y 5t+b 8g 9q 67+g 7z 6p+b 8h 9r 73
1258 6gc 0 6ca b6 6ce 6cm 6cg+1 jq 6cw 0 6d5 9e 0+3 6c8+1 6cc+1 6ci 6c3+1 kc 6jm 0 6d6 9f 0+1 ag 4g+y 76 5g+7 lc 5p+2 7k 5t ll 5v+1 bk 5y+6 bz lf 67+3 77 6c+7 ld 6l+2 7l 6p mb 6r+1 bl 6u+6 c0 6gb 73
28591 4g+2n
28605 4g+3 6gc 4l 9s 4n 9t 4p+a al 51+2 am 55+2 9e+1 ag 5b+1s
1250 6gc 0 6ca 0 6ce 6cm 6cg+1 0 6cw 9s 6d5 9m 9w al ah 0 6c8+1 6cc+1 6ci 6c3+1 0 6jm 9t 6d6 9n 9x am ai 4g jr k8 8x 4k 78 4m+3 9q 4r+3 aj 4w+1 kb 8y 50+4 79 9r 57 8t kd 8u ak 9g 5d+1 76 5g 8p 7a 5j 7g 5l 7s 5n 7u 5p+1 7i 7k 8z 93 5v+1 9c 5y+1 9k a6 62 a8 64+1 9u 67 9h 69+1 77 6c 8q 7b 6f 7h 6h 7t 6j 7v 6l+1 7j 7l 90 94 6r+1 9d 6u+1 9l a7 6y a9 70+1 9v k9
28592 4g 78 k8 8x 4k 8t 9m 4n+1 9s 9q 9w ah 4t al aj 4w 79 kb 8y 50 8u 9n jr 54 9t 9r 9x ai kd am ak 9g 5d+1 76 5g 8p 7a 5j 7g 5l 7s 5n 7u 5p+1 7i 7k 8z 93 5v+1 9c 5y+1 9k a6 62 a8 64+1 9u 67 9h 69+1 77 6c 8q 7b 6f 7h 6h 7t 6j 7v 6l+1 7j 7l 90 94 6r+1 9d 6u+1 9l a7 6y a9 70+1 9v k9
852 5j 70 6h 6a 6c a7 7b 6f 8y 6j 9c+1 6m ah 5g 7a 5l 8p+1 6s 6u 8t+1 9m+1 5y 64 9w+1 8x 5z 7h 69 6l 6r 6y 78+1 al+1 7s+1 4s ai 7g 9r 4r 57 7f5+2 7b6 7c4 5d+1 7u 9q 7dv 7dd 7dj 7dp aj+1 7bk 7bo 7ck 7cc 7bw 7b4 7cs 76+1 7dm 7dg 7e1 7dy 7ds 7dc 7e4 4k 7l 7k 7i 5n 7j 93 5p+1 7v 7bs 7bg 7ew 7es 9u a6 7eo 5v 67 5w 8z+1 94 9s+1 9g 62 9h a8 71 65 9v 50 4t kd kb jr k8 4n 6v 54 4w 4o k9 a9 9k+1 7fk 4g
28606 4g 78+1 8x 6gc 6ce 9s 4n 9t 4p ew 4r ah 4t ai+1 4w+1 7g 8y al 6cd 52+1 am 7h ex 57 9e+1 ag ak 5c+2 76 5g 7a 5i+9 7k 8z 5u+2 9c 5y 9m a8 61+3 7s ey 67+3 77 6c 7b 6e+9 7l 90 6q+2 9d 6u 9n a9 6x+3 7t ez 73
1257 6gc 0 6ca 0 6ce 6cm 6cg+1 0 6cw 0 6d5 0 4o jr 54 0 6c8+1 6cc+1 6ci 6c3+1 0 6jm 0 6d6 0 4v kb 0 4g 0 4i+2 0 4m+1 60 4p 9i 4r+3 5i 4w+7 6w 55 9j 57+3 6e 78 8e 74 7a 5g+1 7s 7m 7g 5l ah 7q 82 8m 8a 8r 9s 8z 91 5v 98 5x+2 aa 8x 9m a2 64 aj al 67 79 8f 75 7b 6c+1 7t 7n 7h 6h ai 7r 83 8n 8b 8s 9t 90 92 6r 99 6t+2 ab 8y 9n a3 70 ak am k9
28603 4g 6cd 4i+2 6ce 4m+1 60 4p 9i 4r+3 5i 4w+3 6cc 51+2 6w 55 9j 57+3 6e 78 8e 74 7a 5g+1 7s 7m 7g 5l ah 7q 82 8m 8a 8r 9s 8z 91 5v 98 5x+2 aa 8x 9m a2 64 aj al 67 79 8f 75 7b 6c+1 7t 7n 7h 6h ai 7r 83 8n 8b 8s 9t 90 92 6r 99 6t+2 ab 8y 9n a3 70 ak am 6c9
28594 4g 78 8o 9i 4k 88 8r 4n+1 9s 7m 82 9y 4t al 4v+1 79 kb 9j 50 89 8s jr 54 9t 7n 83 9z 96 am 97 74 5d+5 8e 7g 5l 7s 5n 7q 5p+1 8a 7k 91 98 8m 5w+4 aa 62+2 a0 a2 67 75 69+5 8f 7h 6h 7t 6j 7r 6l+1 8b 7l 92 99 8n 6s+4 ab 6y+2 a1 a3 k9
28600 4g 78 7m 82 8a 88 8m 4n 8r 7k 9s 9y al 4t a2 96 4w 79 7n 83 8b 89 8n 53 8s 7l 9t 9z am 6c5 a3 97 74 5d+5 8e 7g 5l 7s 5n 7q 5p+3 91 98 5v+3 a0 60 aa 62+5 75 69+5 8f 7h 6h 7t 6j 7r 6l+3 92 99 6r+3 a1 6w ab 6y+4 8o
28593 4g 86 k8 4j+1 0 84 4n+1 8g 9q 7y 8k 4t 0 aj 4w 87 4y+3 85 53+1 8h 9r 7z 8l 59 0 ak 5c+2 0 5g 7e 7c 5j+8 0 5t+3 80 5y+1 7w 61+3 a4 9o 67+3 0 6c 7f 7d 6f+8 0 6p+3 81 6u+1 7x 6x+3 a5 9p k9
28604 4g 5xe+1 4j 7e+1 5xm 4n 60w 4p 60y 5xn 642 4t+1 ag 5y6+1 80+1 5z4+1 52 5zq 60x 5zr 60z 600 643 610+1 601 5c+f ac 5t+5 60a 60+5 ae 67+g ad 6p+5 60b 6w+5 af 73
1253 6gc 0 6ca b6 6ce 6cm 6cg+1 0 6cw 0 6d5 0+4 6c8+1 6cc+1 6ci 6c3+1 0 6jm 0 6d6 0+3 4g p1+1 4j+6 0 4r+3 6c5 4w+3 p0 51+2 p4+2 57 p8 59 pa+j 0 pv+17 0
28597 4g 6c8+1 4j 6gc 6gf 4m+3 oq 4r+2 0 6c5 4w+3 p0+2 53 p4+2 57 p8 59 pa+j 0 pv+17 0
1255 6gc 0 6ca b6 6ce 6cm 6cg+1 jq 6cw 0 6d5 0+4 6c8+1 6cc+1 6ci 6c3+1 kc 6jm 0 6d6 0+3 4g+3 6ga 4l+4 5z 4r+e 6v 57+4 14g+9 0 14r+8 168+4 0+6 15c+q 0+1 6by+1 0
28598 4g 0 4i+7 5z 4r+e 6v 57+3 0+v 6c7 15c+q 0+1 6by+1 0
1256 6gc 1a6 6ca b6 6ce 6cm 6cg+1 jq 6cw 1a1 6d5 9e 1ae 1aw 1ag 1bj 6c8+1 6cc+1 6ci 6c3+1 1bd 6jm 1ap 6d6 9f 6bw+1 1bu 4g 170 4i+7 1by 4r+e 17f 57+3 17j 1c1 17l+l 5z 187+3 18g+3 68 18k 6a 18l+3 6f+4 18p+1 6m+1 18r+3 6s 18v+1 6v 18x 6x 18y 6z+1 6by+1 1ci
28596 4g 0+2 4k 0+6 170 4t 0+c 17f 0+2 17j 0 17l+p 0+4 18g+i 0+c
1251 si+1 6ca ur 6ce 6cm 6cg+1 6gc 6cw sp 6d5 sq ss sr sv uq 6c8+1 6cc+1 6ci 6c3+1 0 6jm ux 6d6 uy v0 uz v3 4g su v2 so 4k wg 4m+1 sh 4p sk 4r+3 sn 4w+1 sm uu wh 51+2 up 6ja us 57 uw sl ut uv sw+1r
28595 4g sh+b 4t su+1t 6ja up+b 4n v2+1
866 sw+1b 7f5+2 7b6 7c4 7dt+1 7di 7dh 7dv 7dd 7dj 7dp 7do 7dn 7bk 7bo 7ck 7cc 7bw 7b4 7cs 7dq+1 7dm 7dg 7e1 7dy 7ds 7dc 7e4 7dz+1 7dw+1 7dl 7dk 7de+1 7e3 7e2 7bs 7bg 7ew 7es 7f0 7f4 7eo u8+f sh up sk us sn uv su v2 4w 6qh 53 6qi 6ja 4k 7fk 4g
20866 7b4 7b6 7bg 7bk 7bo 7bs 7bw 7c4 7cc 7ck 7cs 7eo 7es 7ew 7f0 7f4+3 6xs 7fk 6qh+1 6rs 6sk+1 4g 6xt 4w 4y 53 6v 7dc+2 up 7df+e sh 7du+a 4p um ts+1 ue tw+1 uc tv ud u0+7 un u8+3 ty tu uk uj tz ug ul uh uf ui tq sw+1 ti t0+1 tg sz th t4+7 tr tc+3 t2 sy to tn t3 tk tp tl tj tm
21866 7b4 7b6 7bg 7bk 7bo 7bs 7bw 7c4 7cc 7ck 7cs 7eo 7es 7ew 7f0 7f4+3 6xs 7fk 6qh+1 6rs 6sk+1 4g 6xt 4w 4y 53 6v 7dc+2 up us 7dg uu+1 7dj+4 wh 7dp+4 sh sk 7dv sm+1 7dy+4 wg 7e4 4p um ts+1 ue tw+1 uc tv ud u0+7 un u8+3 ty tu uk uj tz ug ul uh uf ui tq sw+1 ti t0+1 tg sz th t4+7 tr tc+3 t2 sy to tn t3 tk tp tl tj tm
437 5j 70 6h 6a 6c 68 6d 6f 6i+1 6g 6n 6m 6k 5g+1 5l 6e 5i 6s 6u 6q 6z 6x 73 5y 64 4i+1 4l 6g7 b6 69 6l 6r 6y 6p 5t 4q 56 5b 6xc 4s 59 58 4h 4r 57 7f5+2 7b6 7c4 7dt+1 7di 7dh 7dv 7dd 7dj 7dp 7do 7dn 7bk 7bo 7ck 7cc 7bw 7b4 7cs 7dq+1 7dm 7dg 7e1 7dy 7ds 7dc 7e4 7dz+1 7dw+1 7dl 7dk 7de+1 7e3 7e2 7bs 7bg 7ew 7es 7f0 7f4 7eo q9 67 pf qo pv qr 51 qs py pk q1 qc 6qm qu qd 6qx 6sh 4x 6sl 6sk 6xs+1 6v 6rs 4w 6qh 53 6qi 6f3 4y 7fk 4g
850 5j 70 6h 6a 6c 68 6d 6f 6i+1 6g 6n 6m 6k 5g+1 5l 6e 5i 6s 6u 6q 6z 6x 73 5y 64 6w 4j 60 5z b6 69 6l 6r 6y 6p 5t 4q 56 5b 4u 4s 59 58 4h 4r 57 7f5+2 7b6 7c4 5d+1 5c 4p 7dv 7dd 7dj 7dp 4i 4l 7bk 7bo 7ck 7cc 7bw 7b4 7cs 6b 5f 7dm 7dg 7e1 7dy 7ds 7dc 7e4 4k 6o 5s 5m+1 5k 8h 5p+2 7bs 7bg 7ew 7es 4m 5o 7eo 5v 67 5w 5u 6t 5x 51 72 66 62+1 61 71 65 4v 50 4t 4x 6c7 5a 52 4n 6v 54 4w 4o 53 55 4z 4y 7fk 4g
10000 5g+1 5j 5l 5t 5y 64 69 68 6a 6c 6b 6d 6f 6h 6g 6i+1 6l 6k 6m+1 6p 6r 6q 6s 6u 6t 6y 6x 6z+1 6cg 4w 4i+1 4n 6ci 52 67 4u 4p 6jm 50 4o 6sg 5i 60 6qm 4x 6sk+1 4l 51 6pu 6q9 6q7 qo 6qz 4q 56 q1 6e 6w 5b 4h 4s 6qi b6 6rs 6py 4r 57 6cm 4g 5c 5f 5x 9e+1 6c3+1 6cc+1 6c8+1 6v 7gq 73 ag 6dg 6gc 6d5+1 1dkx+1 6ch 53 6ca 6ce 6cw 5e 5m 5d 5n 5k 5p+2 5o 5v+1 1d6n 5u 62+1 61 8h jq kc 4v k8+2 54 kd kb jr
874 6gc 0+3 6cm 0+a 6c8+1 6cc+1 6ci 6c3+1 0+7 4g 2rl+1l 0+3 2tb+s 0+3
`.trim().split("\n").map((page) => [parseInt(page), page.slice(page.indexOf(" ") + 1)]));

/** Page number of ISO-8859-1; part n has the number 28590 + n. */
const ISO_8859_1 = 28591;
const REPLACEMENT = 0xfffd;
const UNPACKED = new Map<number, Uint16Array>();

/** All 256 code points. Bytes of 0x80 to 0x9F that mean nothing stay the control characters they are, as browsers have it. */
function unpacked(runs: string): Uint16Array {
  const page = Uint16Array.from({ length: 256 }, (_, byte) => byte);
  const points: number[] = [];
  for (const run of runs.split(" ")) {
    const [first = "", more = "0"] = run.split("+");
    const start = parseInt(first, 36);
    for (let next = 0; next <= parseInt(more, 36); next++) points.push(start === 0 ? 0 : start + next);
  }
  const from = 256 - points.length;
  points.forEach((point, at) => {
    if (point !== 0 || from + at >= 0xa0) page[from + at] = point || REPLACEMENT;
  });
  return page;
}

function pageOf(codePage: number): Uint16Array | undefined {
  const known = UNPACKED.get(codePage);
  if (known !== undefined) return known;
  const runs = RUNS.get(codePage);
  if (runs === undefined) return undefined;
  const page = unpacked(runs);
  UNPACKED.set(codePage, page);
  return page;
}

/** Text of a single-byte code page by its Windows number (1250 to 1258, 874, 28591 and on, 437 ...). `undefined`: no such page here. */
export function decodeSingleByte(bytes: Uint8Array, codePage: number): string | undefined {
  const page = pageOf(codePage);
  if (page === undefined) return undefined;
  const units = new Uint16Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) units[at] = page[bytes[at] as number] as number;
  return textOfUnits(units);
}

/** `latin5` is ISO-8859-9. */
const LATIN_PARTS: Readonly<Record<string, number>> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 9, 6: 10, 7: 13, 8: 14, 9: 15, 10: 16 };
const NAMED: Readonly<Record<string, number>> = {
  ascii: 1252, usascii: 1252, "ansix3.41968": 1252, ansi: 1252, xansi: 1252, koi8r: 20866, koi8: 20866, koi8u: 21866, koi8ru: 21866, mac: 10000, macintosh: 10000, macroman: 10000,
  xmacroman: 10000, tis620: 874, cyrillic: 28595, arabic: 28596, greek: 28597, hebrew: 28598, "88598i": 28598, "88598e": 28598,
};

/** Windows number of the single-byte page that a label names (IANA names and their usual spellings). */
export function codePageOf(label: string): number | undefined {
  const name = label.toLowerCase().replace(/[-_ ]/g, "").replace(/^(?:cs)?iso(?=8859)/, "");
  const part = /^8859(\d{1,2})$/.exec(name)?.[1] ?? LATIN_PARTS[/^latin(\d{1,2})$/.exec(name)?.[1] ?? ""];
  if (part !== undefined) return Number(part) === 1 ? 1252 : Number(part) === 11 ? 874 : ISO_8859_1 - 1 + Number(part);
  const number = Number(/^(?:windows|x?cp|ibm|dos|cspc)?(\d{3,5})$/.exec(name)?.[1] ?? NAMED[name] ?? 0);
  return RUNS.has(number) ? number : undefined;
}
