import type { Format } from "../../format.ts";
import { CALENDAR } from "./calendar.ts";
import { CMS, PGP, RIGHTS_MANAGED } from "./cms.ts";
import { EML } from "./eml.ts";
import { MBOX } from "./mbox.ts";
import { MSG } from "./msg.ts";
import { TNEF } from "./tnef.ts";

export const MAIL_FORMATS: readonly Format[] = [TNEF, MSG, CMS, RIGHTS_MANAGED, MBOX, EML, PGP, CALENDAR];
