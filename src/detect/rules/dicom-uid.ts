/** Unique identifier of an imaging study, series or image (DICOM PS3.5 chapter 9): numbers parted by dots, 64 characters at most. Identifiers of the standards themselves are none. */
import { defineRule } from "../rule.ts";

/** DICOM's, HL7's and the Internet's own arcs; of these, firms have theirs under 1.3.6.1.4.1, for images as for what SNMP reads. */
const STANDARDS = /^(?:1\.2\.840\.10008|2\.16\.840\.1\.113883|1\.3\.6\.1(?!\.4\.1\.)|1\.2\.840\.113549)\./;

export const dicomUid = defineRule({
  id: "dicom-uid",
  part: "R",
  title: { en: "Image identifier (DICOM UID)", es: "Identificador de imagen (UID de DICOM)" },
  gates: [{ kind: "digits", lengths: [1] }],
  shapes: [
    {
      name: "uid of a firm",
      pattern: /(?<=(?:study|series|sop|instance|image|reference)[ \w-]{0,20}uid["')]{0,2}(?:is|[ \t:=>"']){1,5})1\.3\.6\.1\.4\.1(?:\.(?:0|[1-9]\d{0,38})){2,20}(?![\w-]|\.\d)/iy,
      points: 20,
    },
    { name: "uid", pattern: /(?<![\w.])(?!1\.3\.6\.1\.)[0-2](?:\.(?:0|[1-9]\d{0,38})){5,20}(?![\w-]|\.\d)/y, points: 2 },
  ],
  checks: [{ name: "length and arc", kind: "list", test: (value) => value.length >= 22 && value.length <= 64 && !STANDARDS.test(value), points: 0, required: true }],
  cues: { words: ["study", "series", "instance", "dicom", "uid", "image", "images", "pacs", "scan", "ct", "mri"], before: 50, after: 25, points: 18 },
  negativeCues: { words: ["oid", "template", "snmp", "schema", "version"], before: 25, after: 0, points: -30 },
  weight: 55,
  care: 30,
});
