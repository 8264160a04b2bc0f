import { attachmentText, extract } from "../../../src/extract/index.ts";
import { pdfString, pdfUnicode, simplePdf, textLines } from "../../support/pdf.ts";
import type { SimplePdf } from "../../support/pdf.ts";

const BODY = "A letter of no interest, long enough to be one";
const read = (more: Partial<SimplePdf>) => attachmentText(extract({ name: "letter.pdf", bytes: simplePdf({ pages: [textLines(BODY)], ...more }) }));
/** What is found beside the page, by kind of place. */
const beside = (more: Partial<SimplePdf>) => read(more).parts.filter(({ content }) => content !== BODY).map(({ place, content }) => [place?.kind, content, place?.hidden ?? false]);

describe("forms", () => {
  test("labels and values, also of fields in fields and of choices", () => {
    const found = beside({
      catalog: (pdf) => {
        const child = pdf.add(`<< /T (mrn) /V ${pdfString("00482913")} /FT /Tx >>`);
        const fields = [
          pdf.add(`<< /T (n1) /TU ${pdfUnicode("Patient’s name")} /V ${pdfUnicode("Ana López")} /FT /Tx >>`),
          pdf.add(`<< /T (patient) /Kids [${child}] >>`),
          pdf.add("<< /T (sex) /FT /Ch /Opt [[(f) (Female)] [(m) (Male)]] /V (f) >>"),
          pdf.add("<< /T (smoker) /FT /Btn /V /Off >>"),
          pdf.add("<< /T (consent) /FT /Btn /V /Yes >>"),
        ];
        return `/AcroForm << /Fields [${fields.join(" ")}] >>`;
      },
    });
    expect(found).toEqual([["form", "Patient’s name: Ana López\npatient.mrn: 00482913\nsex: Female\nconsent: Yes", false]]);
  });

  test("data of an XFA form", () => {
    const xml = "<xdp:xdp><xfa:datasets><xfa:data><form1><PatientName>Ana Roe</PatientName><MRN>00482913</MRN></form1></xfa:data></xfa:datasets></xdp:xdp>";
    expect(beside({ catalog: (pdf) => `/AcroForm << /Fields [] /XFA [(template) ${pdf.packed("<template><text>noise</text></template>")} (datasets) ${pdf.packed(xml)}] >>` })).toEqual([
      ["form", "PatientName: Ana Roe\nMRN: 00482913", false],
    ]);
  });
});

describe("annotations", () => {
  test("notes with their authors, hidden ones said so", () => {
    const found = beside({
      page: (pdf) => `/Annots [${pdf.add("<< /Subtype /Text /T (Dr. Lee) /Contents (Call Ana Roe back) >>")} ${pdf.add("<< /Subtype /Text /F 2 /Contents (MRN 00482913) >>")}]`,
    });
    expect(found).toEqual([["comment", "Dr. Lee: Call Ana Roe back", false], ["comment", "MRN 00482913", true]]);
  });

  test("what only the appearance of a stamp shows", () => {
    const found = beside({
      page: (pdf) => {
        const font = pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        const form = pdf.packed(textLines("Received for Ana Roe"), `/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 ${font} >> >>`);
        return `/Annots [${pdf.add(`<< /Subtype /Stamp /AP << /N ${form} >> >>`)}]`;
      },
    });
    expect(found).toEqual([["comment", "Received for Ana Roe", false]]);
  });

  test("links that carry data", () => {
    const uri = (address: string) => `<< /Subtype /Link /A << /S /URI /URI ${pdfString(address)} >> >>`;
    expect(beside({ page: () => `/Annots [${uri("https://clinic.example/chart?mrn=00482913")} ${uri("https://clinic.example/")}]` })).toEqual([
      ["comment", "https://clinic.example/chart?mrn=00482913", false],
    ]);
  });
});

describe("files inside", () => {
  test.each([
    ["of the document", (file: string) => ({ catalog: () => `/Names << /EmbeddedFiles << /Names [(a) ${file}] >> >>` })],
    ["of an annotation", (file: string) => ({ page: () => `/Annots [<< /Subtype /FileAttachment /FS ${file} >>]` })],
  ])("%s, one for each platform", (_where, more) => {
    const result = read({
      resources: (pdf) => {
        pdf.packed("MRN 00482913", "/Type /EmbeddedFile");
        pdf.packed("Ana Roe", "/Type /EmbeddedFile");
        return "";
      },
      ...more("<< /Type /Filespec /UF (list.txt) /EF << /F 2 0 R /UF 2 0 R /Mac 3 0 R >> >>"),
    });
    expect(result.parts.filter(({ place }) => place?.within !== undefined).map(({ content, place }) => [place?.within, content])).toEqual([[["list.txt"], "MRN 00482913"], [["list.txt"], "Ana Roe"]]);
  });

  test("objects of an attached PDF are none of its own", () => {
    const inner = simplePdf({ pages: [textLines("Ana Roe, MRN 00482913")] });
    const result = read({ resources: (pdf) => { pdf.stream(inner, "/Type /EmbeddedFile"); return ""; }, catalog: () => "/AF [<< /Type /Filespec /F (inner.pdf) /EF << /F 2 0 R >> >>]" });
    expect(result.status).toBe("scanned");
    expect(result.parts.filter(({ place }) => place?.kind !== "names").map(({ content, place }) => [place?.within, content])).toEqual([[undefined, BODY], [["inner.pdf"], "Ana Roe, MRN 00482913"]]);
  });
});

describe("about the file", () => {
  test("information that may name a patient, not the programs that made it", () => {
    expect(beside({ trailer: (pdf) => `/Info ${pdf.add(`<< /Title ${pdfUnicode("Ana López")} /Author (Dr. Lee) /Patient#20ID (00482913) /Producer (Maker 1.0) /CreationDate (D:20250101) >>`)}` })).toEqual([
      ["properties", "Title: Ana López\nAuthor: Dr. Lee\nPatient ID: 00482913", false],
    ]);
  });

  test("XMP", () => {
    const xmp = "<x:xmpmeta><rdf:RDF><rdf:Description pdf:Producer='Maker' dc:subject='00482913'><dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Ana Roe</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>";
    expect(beside({ catalog: (pdf) => `/Metadata ${pdf.stream(xmp, "/Type /Metadata /Subtype /XML")}` })).toEqual([["properties", "subject: 00482913\ntitle: Ana Roe", false]]);
  });

  test("titles of the outline", () => {
    expect(beside({ catalog: (pdf) => `/Outlines << /First ${pdf.add(`<< /Title (Ana Roe) /Next ${pdf.next} 0 R >>`)} >>` })).toEqual([["names", "Ana Roe", false]]);
  });
});
