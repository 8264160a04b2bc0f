import { AppError } from "../contract/index.ts";
import type { OfficeApi } from "./office.ts";

/**
 * For a page: Office.js once it can be asked.
 * @throws AppError `OUTLOOK_MEMBER_MISSING` when Microsoft's script did not load, as behind a proxy that blocks it.
 */
export async function whenOutlookIsReady(): Promise<OfficeApi> {
  if (typeof Office === "undefined") throw new AppError("OUTLOOK_MEMBER_MISSING", "Office.js did not load.");
  await Office.onReady();
  return Office;
}
