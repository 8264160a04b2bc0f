/** Carries out `protect`: the header that the organisation's mail-flow rule turns into encryption, and the sensitivity label. */
import { AppError, PROTECT_HEADER, PROTECT_VALUE } from "../contract/index.ts";
import type { Timers } from "../contract/index.ts";
import { itemOf } from "./office.ts";
import type { OfficeApi } from "./office.ts";
import { callFor, callForOptional, callToDo } from "./promise.ts";

export interface ProtectRequest {
  /** GUID; absent: the header alone. */
  readonly labelId?: string;
  /** GUIDs from weakest to strongest. */
  readonly labelOrder: readonly string[];
}

/**
 * `applied`: set now and read back. `already`: it was on. `kept`: another label is on that is stronger, or whose strength
 * the policy does not know. `unavailable`: this client or user has no labels. `failed`: it did not read back.
 */
export type LabelOutcome = "not-asked" | "applied" | "already" | "kept" | "unavailable" | "failed";

export interface Protection {
  readonly header: true;
  readonly label: LabelOutcome;
}

/** What Outlook gives for "no label" is not documented. */
const NO_LABEL = /^$|^0{8}-0{4}-0{4}-0{4}-0{12}$/;

/** ms. A leftover header is looked for in passing: it must not hold up a clean mail. */
const CLEAR_TIMEOUT_MS = 1_000;

function valueOf(headers: Readonly<Record<string, string>>): string | undefined {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === PROTECT_HEADER.toLowerCase());
  return name === undefined ? undefined : headers[name];
}

async function readHeader(office: OfficeApi, timers: Timers, timeoutMs?: number): Promise<string | undefined> {
  const { internetHeaders } = itemOf(office);
  if (internetHeaders === undefined) throw new AppError("PROTECTION_NOT_APPLIED", "This Outlook cannot set headers.");
  return valueOf(await callFor<Record<string, string>>(
    timers, "internetHeaders.getAsync", (done) => internetHeaders.getAsync([PROTECT_HEADER], done), timeoutMs === undefined ? {} : { timeoutMs },
  ));
}

/** The caller sees one code for every way in which the header can fail; the cause tells them apart. */
async function orNotApplied<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (cause) {
    throw new AppError("PROTECTION_NOT_APPLIED", undefined, { cause });
  }
}

async function setHeader(office: OfficeApi, timers: Timers): Promise<void> {
  const { internetHeaders } = itemOf(office);
  if (internetHeaders === undefined) throw new AppError("PROTECTION_NOT_APPLIED", "This Outlook cannot set headers.");
  await callToDo(timers, "internetHeaders.setAsync", (done) => internetHeaders.setAsync({ [PROTECT_HEADER]: PROTECT_VALUE }, done));
}

/** A label of unknown strength is never replaced: it may be the stronger one. */
function mayReplace(current: string, wanted: string, order: readonly string[]): boolean {
  if (NO_LABEL.test(current)) return true;
  const ranks = order.map((id) => id.toLowerCase());
  const from = ranks.indexOf(current);
  return from >= 0 && ranks.indexOf(wanted) > from;
}

async function applyLabel(office: OfficeApi, timers: Timers, { labelId, labelOrder }: ProtectRequest): Promise<LabelOutcome> {
  if (labelId === undefined) return "not-asked";
  const { sensitivityLabel } = itemOf(office);
  const catalog = office.context?.sensitivityLabelsCatalog;
  if (sensitivityLabel === undefined || catalog === undefined) return "unavailable";
  const enabled = await callFor<boolean>(timers, "sensitivityLabelsCatalog.getIsEnabledAsync", (done) => catalog.getIsEnabledAsync(done));
  if (!enabled) return "unavailable";
  const wanted = labelId.toLowerCase();
  const read = async (): Promise<string> =>
    ((await callForOptional<string>(timers, "sensitivityLabel.getAsync", (done) => sensitivityLabel.getAsync(done))) ?? "").toLowerCase();
  const current = await read();
  if (current === wanted) return "already";
  if (!mayReplace(current, wanted, labelOrder)) return "kept";
  await callToDo(timers, "sensitivityLabel.setAsync", (done) => sensitivityLabel.setAsync(labelId, done));
  return (await read()) === wanted ? "applied" : "failed";
}

/**
 * Sets the header always and the label where it can, and reads both back. The label's failure is an outcome, since the
 * header carries the request as well.
 * @throws AppError `PROTECTION_NOT_APPLIED`: the header is not there, so nothing must be sent
 */
export async function protect(office: OfficeApi, timers: Timers, request: ProtectRequest): Promise<Protection> {
  await orNotApplied(() => setHeader(office, timers));
  const label = await applyLabel(office, timers, request).catch((): LabelOutcome => "failed");
  // Read back last: setting a label must not have cost us the header.
  const value = await orNotApplied(() => readHeader(office, timers));
  if (value?.trim() !== PROTECT_VALUE) throw new AppError("PROTECTION_NOT_APPLIED");
  return { header: true, label };
}

/** Takes our header off a mail that no longer needs it. Never rejects: at worst a clean mail is encrypted. */
export async function clearProtection(office: OfficeApi, timers: Timers): Promise<void> {
  try {
    if ((await readHeader(office, timers, CLEAR_TIMEOUT_MS)) === undefined) return;
    const { internetHeaders } = itemOf(office);
    await callToDo(
      timers, "internetHeaders.removeAsync", (done) => internetHeaders?.removeAsync([PROTECT_HEADER], done), { timeoutMs: CLEAR_TIMEOUT_MS },
    );
  } catch {
    return;
  }
}
