import { attachmentText, extract } from "../../../src/extract/index.ts";
import { newSecurity, oldSecurity } from "../../support/pdf-security.ts";
import type { Sealed } from "../../support/pdf-security.ts";
import type { PdfWriter } from "../../support/pdf.ts";
import { simplePdf, textLines } from "../../support/pdf.ts";

const NOTE = "Patient: Ana Roe, MRN 00482913";
const read = (sealed: Sealed, sealOnly?: readonly number[]) => {
  const bytes = simplePdf({
    pages: [textLines(NOTE)],
    trailer: (pdf: PdfWriter) => {
      pdf.seal = (data, number) => (sealOnly === undefined || sealOnly.includes(number) ? sealed.seal(data, number) : data);
      return sealed.trailer;
    },
    resources: (pdf) => { pdf.packed("attached: MRN 00482914", "/Type /EmbeddedFile"); return ""; },
    catalog: () => "/AF [<< /EF << /F 2 0 R >> >>]",
  });
  const { status, reason, parts, inner } = attachmentText(extract({ name: "letter.pdf", bytes }));
  return { status, reason, texts: parts.filter(({ place }) => place?.kind !== "names").map(({ content }) => content), inner };
};

describe("files that open without a password are read", () => {
  test.each([
    ["RC4, 40 bits", oldSecurity("rc4-40")], ["RC4, 128 bits", oldSecurity("rc4-128")], ["AES, 128 bits", oldSecurity("aes-128")],
    ["AES, 256 bits, revision 5", newSecurity(5)], ["AES, 256 bits, revision 6", newSecurity(6)],
  ])("%s", (_what, sealed) => {
    expect(read(sealed)).toEqual({ status: "scanned", reason: undefined, texts: [NOTE, "attached: MRN 00482914"], inner: undefined });
  });

  test("streams that say they are not encrypted", () => {
    expect(read(newSecurity(6, "", "/StmF /Identity /StrF /Identity"), [])).toMatchObject({ status: "scanned", texts: [NOTE, "attached: MRN 00482914"] });
  });
});

describe("what needs a password is said encrypted", () => {
  test.each([["RC4", oldSecurity("rc4-128", "secret")], ["AES", newSecurity(6, "secret")]])("%s", (_what, sealed) => {
    expect(read(sealed)).toEqual({ status: "unread", reason: "encrypted", texts: [], inner: undefined });
  });

  test("attachments alone: the pages are read", () => {
    expect(read(newSecurity(6, "secret", "/StmF /Identity /StrF /Identity /EFF /StdCF"), [2])).toMatchObject({ status: "partial", reason: "encrypted", texts: [NOTE] });
  });

  test("another handler than the standard one", () => {
    expect(read({ seal: (bytes) => bytes, trailer: "/Encrypt << /Filter /Entrust.PPKEF /V 4 >>" })).toMatchObject({ status: "unread", reason: "encrypted" });
  });
});
