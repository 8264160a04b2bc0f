/** Audit entries to the server, kept in the mailbox's settings while the server is away, delivered once by their id. */
import { PATHS, SETTING_KEYS } from "../contract/index.ts";
import type { AuditEntry, SettingsStore, Site } from "../contract/index.ts";
import { request } from "./http.ts";
import type { Http } from "./http.ts";

/** ms. The first stands between the clinician and the mail; the second runs while a mail is written. */
const RECORD_MS = 400;
const FLUSH_MS = 5_000;
/** The settings take 32 KB in all, and quotation marks count twice there. Code units and entries; the oldest go first. */
const LARGEST_QUEUE = 10_000;
const MOST_ENTRIES = 40;

/** What waits in the settings. */
export interface AuditQueueState {
  readonly schema: 1;
  readonly entries: readonly AuditEntry[];
  /** Entries that fell out of the full queue, or that the server will never take. */
  readonly lost: number;
}

export interface AuditQueueParts extends Http {
  readonly site: Site | undefined;
  readonly settings: SettingsStore;
}

/** None of its methods rejects: the ledger must never decide whether a mail goes. */
export interface AuditQueue {
  /** Hands the entry to the server, or keeps it. True when the server has it. */
  record(entry: AuditEntry): Promise<boolean>;
  /** Hands over what waits. */
  flush(): Promise<void>;
  state(): AuditQueueState;
}

const EMPTY: AuditQueueState = { schema: 1, entries: [], lost: 0 };

/** `taken`: the ledger has them, now or since an earlier try. `never`: sending the same again cannot succeed. */
type Delivery = "taken" | "later" | "never";

function isEntry(value: unknown): value is AuditEntry {
  return typeof value === "object" && value !== null && typeof (value as { id?: unknown }).id === "string";
}

function readState(settings: SettingsStore): AuditQueueState {
  try {
    const { entries, lost } = JSON.parse(settings.get(SETTING_KEYS.auditQueue) ?? "{}") as { entries?: unknown; lost?: unknown };
    if (!Array.isArray(entries)) return EMPTY;
    return { schema: 1, entries: entries.filter(isEntry), lost: typeof lost === "number" && lost > 0 ? Math.floor(lost) : 0 };
  } catch {
    return EMPTY;
  }
}

/** Drops the oldest until the queue fits, and counts them. */
function fitted(state: AuditQueueState): AuditQueueState {
  const sizes = state.entries.map((entry) => JSON.stringify(entry).length);
  let total = sizes.reduce((sum, size) => sum + size, 0);
  let first = 0;
  while (first < sizes.length && (sizes.length - first > MOST_ENTRIES || total > LARGEST_QUEUE)) {
    total -= sizes[first] ?? 0;
    first += 1;
  }
  return first === 0 ? state : { schema: 1, entries: state.entries.slice(first), lost: state.lost + first };
}

async function writeState(settings: SettingsStore, state: AuditQueueState): Promise<void> {
  try {
    const isEmpty = state.entries.length === 0 && state.lost === 0;
    settings.set(SETTING_KEYS.auditQueue, isEmpty ? undefined : JSON.stringify(state));
    await settings.save();
  } catch {
    return;
  }
}

async function deliver(parts: AuditQueueParts, entries: readonly AuditEntry[], ms: number): Promise<Delivery> {
  if (parts.site === undefined) return "later";
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ schema: 1, entries }) } as const;
  const answer = await request(parts, `${parts.site.origin}${PATHS.audit}`, init, ms);
  if (answer === undefined) return "later";
  // 409: the ledger holds one of the ids with other content, and has stored all the rest.
  if ((answer.status >= 200 && answer.status < 300) || answer.status === 409) return "taken";
  return [400, 413, 415, 422].includes(answer.status) ? "never" : "later";
}

/** All at once; one by one when the server refuses the lot, so that a single bad entry cannot hold the others back. */
async function deliverAll(parts: AuditQueueParts, entries: readonly AuditEntry[]): Promise<ReadonlyMap<string, Delivery>> {
  const all = await deliver(parts, entries, FLUSH_MS);
  if (all !== "never" || entries.length === 1) return new Map(entries.map(({ id }) => [id, all]));
  const each = new Map<string, Delivery>();
  for (const entry of entries) {
    const delivery = await deliver(parts, [entry], FLUSH_MS);
    each.set(entry.id, delivery);
    // Gone away meanwhile: the rest would only wait for nothing.
    if (delivery === "later") break;
  }
  return each;
}

export function createAuditQueue(parts: AuditQueueParts): AuditQueue {
  const { settings } = parts;
  return {
    async record(entry) {
      const delivery = await deliver(parts, [entry], RECORD_MS);
      if (delivery === "taken") return true;
      const { entries, lost } = readState(settings);
      const state: AuditQueueState = delivery === "never"
        ? { schema: 1, entries, lost: lost + 1 }
        : { schema: 1, entries: [...entries.filter(({ id }) => id !== entry.id), entry], lost };
      await writeState(settings, fitted(state));
      return false;
    },
    async flush() {
      const waiting = readState(settings).entries;
      if (waiting.length === 0) return;
      const deliveries = await deliverAll(parts, waiting);
      const isDone = ({ id }: AuditEntry): boolean => (deliveries.get(id) ?? "later") !== "later";
      if (!waiting.some(isDone)) return;
      // Read again: an entry may have been added while the server was asked.
      const { entries, lost } = readState(settings);
      const refused = entries.filter(({ id }) => deliveries.get(id) === "never").length;
      await writeState(settings, { schema: 1, entries: entries.filter((entry) => !isDone(entry)), lost: lost + refused });
    },
    state: () => readState(settings),
  };
}
