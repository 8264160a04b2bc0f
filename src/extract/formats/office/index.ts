import type { Format } from "../../format.ts";
import { GZIP, TAR } from "./archives.ts";
import { DOCX } from "./docx.ts";
import { ODS } from "./ods.ts";
import { ODP, ODT } from "./odt.ts";
import { OPC } from "./opc.ts";
import { PPTX } from "./pptx.ts";
import { IWORK, ZIP } from "./zip.ts";

export const OFFICE_FORMATS: readonly Format[] = [ZIP, GZIP, TAR, IWORK, DOCX, PPTX, ODT, ODP, ODS, OPC];
