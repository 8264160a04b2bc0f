import type { AttachmentText, Place, TextPart } from "../../src/contract/index.ts";
import { assess } from "../../src/detect/index.ts";
import { draft } from "./draft.ts";

const part = (content: string, place?: Place): TextPart => ({ format: "text", content, ...(place === undefined ? {} : { place }) });
const isPhi = (...parts: readonly TextPart[]): boolean => {
  const file: AttachmentText = { name: "report.docx", status: "scanned", parts };
  return assess(draft("Please see attached.", { attachments: [file] })).phi;
};

const NAMED = "Maribel Tuttle   born 03/14/1961";
const CLINICAL = "She has type 2 diabetes and takes metformin 500 mg twice a day. A colonoscopy is planned.";
const OFFICE = "The rota for the week of the move is in the shared folder.";

test.each(["header", "footer", "properties", "form"] as const)("who stands in the %s is who the pages speak of", (kind) => {
  expect(isPhi(part(CLINICAL), part(NAMED, { kind }))).toBe(true);
  expect(isPhi(part(OFFICE), part(NAMED, { kind }))).toBe(false);
});

test("a patient named on one page is cared for on the next", () => {
  expect(isPhi(part("Patient: Maribel Tuttle", { kind: "page", number: 1 }), part(CLINICAL, { kind: "page", number: 2 }))).toBe(true);
});

test("files of one archive have nothing to do with each other", () => {
  const within = (name: string): Partial<Place> => ({ within: [name] });
  expect(isPhi(part(CLINICAL, { kind: "text", ...within("leaflet.docx") }), part(NAMED, { kind: "header", ...within("letter.docx") }))).toBe(false);
});
