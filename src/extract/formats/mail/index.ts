import type { Format } from "../../format.ts";
import { CALENDAR } from "./calendar.ts";
import { CMS, PGP } from "./cms.ts";
import { EML } from "./eml.ts";
import { MBOX } from "./mbox.ts";

export const MAIL_FORMATS: readonly Format[] = [CMS, MBOX, EML, PGP, CALENDAR];
