/** Documents of a given size, for measuring time. Seeded. */
import { seeded } from "../random.ts";
import { DIAGNOSES, digits, person, recordNumber } from "../sample-writer.ts";
import { DOCX } from "./docx.ts";
import { writePdf } from "./pdf.ts";
import { XLSX } from "./xlsx.ts";
import { zip } from "./zip.ts";
import { unzipSync } from "fflate";

const WORDS = "the of patient visit and was noted with plan follow right left review daily result normal mild scan dose report under care since which before after clinic ward therapy exam history".split(" ");

export function prose(random: () => number, words: number): string {
  return Array.from({ length: words }, () => (random() < 0.15 ? digits(random, 6) : random() < 0.1 ? person(random).surname : WORDS[Math.floor(random() * WORDS.length)] ?? "")).join(" ");
}

/** 50,000 cells, about 1 MB. */
export function largeWorkbook(seed: number): Uint8Array {
  const random = seeded(seed);
  const rows = Array.from({ length: 5000 }, () => {
    const { full } = person(random);
    return [full, recordNumber(random), digits(random, 10), digits(random, 8), `${DIAGNOSES[Math.floor(random() * DIAGNOSES.length)] ?? ""} ${digits(random, 4)}`, prose(random, 22), digits(random, 9), prose(random, 20), digits(random, 7), digits(random, 5)];
  });
  return XLSX.write({ title: "Extract", paragraphs: [], table: rows });
}

export function largePdf(seed: number, pages: number): Uint8Array {
  const random = seeded(seed);
  return writePdf({ title: "Chart", paragraphs: Array.from({ length: pages * 8 }, () => prose(random, 78)) });
}

/** Text of about `textMegabytes` when packed, the rest of `megabytes` a picture that does not pack. */
export function largeDocument(seed: number, textMegabytes: number, megabytes = textMegabytes): Uint8Array {
  const random = seeded(seed);
  const paragraphs: string[] = [];
  // About 3.4 bytes of packed text a word.
  for (let words = 0; words < (textMegabytes * 1_000_000) / 3.4; words += 100) paragraphs.push(prose(random, 100));
  const text = DOCX.write({ title: "Report", paragraphs });
  const rest = megabytes * 1_000_000 - text.length;
  if (rest <= 0) return text;
  const picture = Uint8Array.from({ length: rest }, () => Math.floor(random() * 256));
  picture.set([0xff, 0xd8, 0xff, 0xe0]);
  return zip({ ...unzipSync(text), "word/media/image1.jpeg": picture });
}
