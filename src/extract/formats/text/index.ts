import type { Format } from "../../format.ts";
import { CSV } from "./csv.ts";
import { HTML } from "./html.ts";
import { JSON_FORMAT } from "./json.ts";
import { PLAIN } from "./plain.ts";
import { XML } from "./xml.ts";

export const TEXT_FORMATS: readonly Format[] = [HTML, XML, JSON_FORMAT, CSV, PLAIN];
