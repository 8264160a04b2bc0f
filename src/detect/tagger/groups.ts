/** Words of one kind of talk: what is learned of one holds for all, so that words which no mail held tell something too. The lists are `scripts/tagger/words/`. */
import { GROUPS } from "./groups-packed.ts";
import { unpackPairs } from "./pairs.ts";

/** Bits of a word's hash that are kept. Of a hundred unlisted words about two are taken for listed ones. */
export const GROUP_BITS = 20;
/** Groups are numbered from 1. */
export const MOST_GROUPS = 63;

let groups: Int8Array | undefined;

/** The group of a word by its hash, or of two joined; 0 where no list has it. */
export function groupOf(hash: number): number {
  groups ??= unpackPairs(GROUPS, 0, GROUP_BITS);
  return groups[hash >>> (32 - GROUP_BITS)] as number;
}
