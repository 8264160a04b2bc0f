/** A name beside the number of a room or a bed. */
import { wordsOf } from "./context.ts";
import { REACHES } from "./landmarks.ts";
import { MARK } from "./lexicon/index.ts";
import { anyIn, endOf, startOf } from "./scan.ts";
import type { Scan } from "./scan.ts";

/** All that the patterns below have before the number: `landmarks.ts` lists no other number as a room's. */
wordsOf("in,rm,room,bed,bay,chair,unit,icu,ed,er,exam,trauma,resus,pod,slot,or,iso,hall,cama,habitación,hab,la", MARK.ROOM);

const ROOM = /[.,]{0,2} \(?(?:is |still |en (?:la )?|de la )?(?:in (?!(?:19|20)\d\d\b)(?:rm|room|bed|bay|exam|trauma|resus|pod|slot|or|iso)?|rm|room|bed|bay|chair|unit|icu|exam|trauma|resus|pod|hall|cama|habitaci[oó]n|hab)\.? ?#?\d{1,4}-?[A-Z\d]?(?![\w/:]|\.\d)|(?:,? | \(?on )\d{1,2}[NSEW]\b/iy;
/** "rm 412 JT", "Bed 7 (J.S.)". "3Q" is a quarter of a year. */
const ROOM_BEFORE = /(?:(?<![a-z])(?:rm|room|bed|bay|chair|icu|ed|er|exam|trauma|resus|pod|hall|cama|habitaci[oó]n|hab)\.? ?#?\d{1,4}-?[A-Z0-9]?|(?:^|\n)(?![1-4]Q\b)\d{1,4}-?[A-Z]|(?:lady|man|guy|gentleman|woman|girl|boy|pt|patient) in \d{1,4}-?[A-Z]?)[ ,:(-]{1,3}(?:(?:pt|patient|lady|man|guy|gentleman|woman|girl|boy|kid) \(?)?$/i;
const LOOK_BACK = 30;
/** Tokens from a name to the room's number, at most. */
const ROOM_REACH = REACHES.roomAfter;
/** And from the number to the name. */
const ROOM_BACK = REACHES.roomBefore;

/** Whoever has a bed is cared for; a room may be anyone's. */
const IN_BED = /\b(?:bed|bay|icu|chair|cama|uci)\b/i;
const BED_LOOK = 18;
const BED_CARE = 80;

/** How far a bed beside the name tells of care, 0 to 100. */
export function bedCare(scan: Scan, first: number, last: number): number {
  const from = Math.max(0, startOf(scan, first) - BED_LOOK);
  return IN_BED.test(scan.text.slice(from, startOf(scan, first))) || IN_BED.test(scan.text.slice(endOf(scan, last), endOf(scan, last) + BED_LOOK)) ? BED_CARE : 0;
}

/** True beside a room or a bed. */
export function inRoom(scan: Scan, first: number, last: number): boolean {
  ROOM.lastIndex = endOf(scan, last);
  if (anyIn(scan.rooms, last + 1, last + ROOM_REACH) && ROOM.test(scan.text)) return true;
  return anyIn(scan.rooms, first - ROOM_BACK, first - 1) && ROOM_BEFORE.test(scan.text.slice(Math.max(0, startOf(scan, first) - LOOK_BACK), startOf(scan, first)));
}
