/** Who speaks in a chat, a transcript or a script: whoever stands before the colon writes of others. */
import { hasWord, wordsOf } from "./context.ts";
import { endOf, hashOf, INFO, infoOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";
import { termAt } from "./terms.ts";

const CHAT_LOOK = 400;
/** "Karpov: 2 units" tells of Karpov, "Amy: who has him?" is Amy's. */
const HEADLINE_REACH = 5;

/** A speaker's label in a chat or a transcript: "[10:02] Amy: who has bed 9?" A lone "Karpov: 2 units" is no chat. */
export function isSpeaker(scan: Scan, first: number, last: number): boolean {
  const { text } = scan;
  const start = startOf(scan, first);
  if (speaksInScript(scan, first, last)) return true;
  if (text.charAt(endOf(scan, last)) !== ":") return false;
  if (text.slice(start - 2, start) === "] ") return true;
  if ((infoOf(scan, first) & INFO.LINE) === 0) return false;
  const label = text.slice(start, endOf(scan, last) + 1);
  if (text.includes(`\n${label}`, start) || (start > 0 && text.lastIndexOf(label, start - 1) >= 0)) return true;
  for (let t = last + 1; t <= last + HEADLINE_REACH && t < scan.count; t++) if (termAt(scan, t)?.tag.strength === "strong") return false;
  return hasSpoken(text.slice(start, start + CHAT_LOOK)) || hasSpoken(`\n${text.slice(Math.max(0, start - CHAT_LOOK), start)}`);
}

/** A line that somebody speaks: "Amy RN: who has bed 9?" */
function hasSpoken(lines: string): boolean {
  return /\n[^\n:]{0,16}\p{Lu}[\p{L}. ]{0,30}:/u.test(lines);
}

const SAID = wordsOf("i,i'm,i'll,i've,i'd,you,you're,you'll,you've");

/** "MARLA I want that.", "JACK You can't.": how scripts and transcripts set the speaker before what is said. */
function speaksInScript(scan: Scan, first: number, last: number): boolean {
  const opens = (infoOf(scan, first) & INFO.LINE) !== 0 || scan.text.startsWith("> ", startOf(scan, first) - 2);
  if (!opens || (infoOf(scan, last) & INFO.CAPS) === 0 || (infoOf(scan, last + 1) & INFO.UPPER) === 0) return false;
  return startOf(scan, last + 1) - endOf(scan, last) === 1 && hasWord(SAID, hashOf(scan, last + 1));
}
