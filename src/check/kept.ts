/**
 * Assessments that stay with the draft from one event to the next, so that at Send only what is new is read. Findings and
 * numbers only, never a word of a file or its name. What cannot be understood, or belongs to other people, another policy or
 * another day, is as none.
 */
import { SESSION_KEYS } from "../contract/index.ts";
import type { AttachmentInfo, SessionStore } from "../contract/index.ts";
import { fileKey } from "./memory.ts";
import type { AttachmentMemory, CheckedAttachment, Digest } from "./memory.ts";
import { pack, unpack } from "./pack.ts";
import type { Packed } from "./pack.ts";

/** Code units. Outlook takes 50,000 for all that an add-in keeps with a draft; the policy stands there too. */
const MOST = 40_000;
const OUTLOOKS_MOST = 48_000;
const SUM_LENGTH = 16;
const FORMAT = 1;

/** `seen` names the attachment as Outlook listed it; `packed` is the JSON of a `Packed`. */
interface Entry {
  readonly key: string;
  readonly seen: string;
  readonly packed: string;
}

export interface KeptAttachments extends AttachmentMemory {
  /** Listed before with the same id, name and size. Good enough to let it be until Send, which compares the content. */
  isSeen(info: AttachmentInfo): boolean;
  /** Writes what is known beside what another event wrote meanwhile. Never rejects. */
  save(): Promise<void>;
}

export interface KeepWith {
  readonly store: SessionStore;
  readonly digest: Digest;
}

function entriesIn(text: string | undefined, context: string, digest: Digest): readonly Entry[] {
  if (text === undefined) return [];
  const json = text.slice(SUM_LENGTH);
  if (digest([json]).slice(0, SUM_LENGTH) !== text.slice(0, SUM_LENGTH)) return [];
  const { format, context: of, entries } = JSON.parse(json) as { readonly format: number; readonly context: string; readonly entries: readonly Entry[] };
  return format === FORMAT && of === context ? entries : [];
}

async function load({ store, digest }: KeepWith, context: string): Promise<readonly Entry[]> {
  try {
    return entriesIn(await store.get(SESSION_KEYS.attachments), context, digest);
  } catch {
    return [];
  }
}

/** As many as fit; the largest go first, since there are fewest of them. */
function fitting(entries: readonly Entry[], most: number): readonly Entry[] {
  const kept: Entry[] = [];
  let room = most;
  for (const entry of [...entries].sort((a, b) => a.packed.length - b.packed.length)) {
    // The quotes of the packed JSON are escaped in the outer one.
    room -= JSON.stringify(entry).length + 1;
    if (room < 0) break;
    kept.push(entry);
  }
  return kept;
}

async function roomIn(store: SessionStore): Promise<number> {
  const policy = await store.get(SESSION_KEYS.policy);
  return Math.min(MOST, OUTLOOKS_MOST - (policy?.length ?? 0)) - 200;
}

/** Outlook writes what it is given whole, and several events may end together: the last one wins. */
const MOST_TRIES = 3;

async function save(keep: KeepWith, context: string, mine: ReadonlyMap<string, Entry>): Promise<void> {
  const { store, digest } = keep;
  try {
    const room = await roomIn(store);
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const all = new Map((await load(keep, context)).map((entry) => [entry.key, entry]));
      for (const [key, entry] of mine) all.set(key, entry);
      const written = fitting([...all.values()], room);
      const json = JSON.stringify({ format: FORMAT, context, entries: written });
      await store.set(SESSION_KEYS.attachments, digest([json]).slice(0, SUM_LENGTH) + json);
      const there = new Set((await load(keep, context)).map(({ key }) => key));
      if (written.every(({ key }) => there.has(key))) return;
    }
  } catch {
    // Then the files are read again at Send.
  }
}

/** What was kept for this context. A store that fails is as an empty one. */
export async function openKept(keep: KeepWith, context: string): Promise<KeptAttachments> {
  const { digest } = keep;
  const entries = new Map((await load(keep, context)).map((entry) => [entry.key, entry]));
  const seenBy = ({ id, name, size }: AttachmentInfo): string => digest([context, id, name, String(size)]).slice(0, SUM_LENGTH);
  const seen = new Set([...entries.values()].map((entry) => entry.seen));
  let changed = false;
  return {
    keyOf: (...file) => fileKey(context, digest, file),
    get(key): CheckedAttachment | undefined {
      const entry = entries.get(key);
      try {
        return entry === undefined ? undefined : { assessment: unpack(JSON.parse(entry.packed) as Packed) };
      } catch {
        return undefined;
      }
    },
    put(key, info, { assessment }) {
      changed = true;
      entries.set(key, { key, seen: seenBy(info), packed: JSON.stringify(pack(assessment)) });
    },
    isSeen: (info) => seen.has(seenBy(info)),
    async save() {
      if (!changed) return;
      // Before the writing: what comes meanwhile is written the next time.
      changed = false;
      await save(keep, context, entries);
    },
  };
}
