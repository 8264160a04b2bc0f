import type { Format } from "../../format.ts";
import { XLS } from "./xls.ts";
import { XLSB } from "./xlsb.ts";
import { XLSX } from "./xlsx.ts";

/** None is told by its first bytes: the containers' readers look further. */
export const SHEET_FORMATS: readonly Format[] = [XLSX, XLSB, XLS];
