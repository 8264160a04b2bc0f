/** Attachments in the window: read when they are added, asked about when they cannot be read, told of in the pane. */
import { SESSION_KEYS } from "../../src/contract/index.ts";
import type { Attachment } from "../../src/simulator/host/state.ts";
import { japanesePdf, ruinedPdf, simplePdf } from "../support/pdf.ts";
import type { PdfWriter } from "../support/pdf.ts";
import { zipFile } from "../support/zip.ts";
import { OUTSIDE, PATIENCE, startSimulated } from "./simulated.ts";
import type { Simulated, SimulatedWindow } from "./simulated.ts";

jest.setTimeout(3 * PATIENCE);

let simulated: Simulated;
let opened: SimulatedWindow;
beforeAll(async () => {
  simulated = await startSimulated();
});
afterAll(() => simulated.stop());
beforeEach(async () => {
  opened = await simulated.open();
});
afterEach(() => opened.close());

function file(name: string, bytes: Uint8Array): Attachment {
  return { id: `id-${name}`, name, kind: "file", contentType: "application/octet-stream", inline: false, size: bytes.length, base64: Buffer.from(bytes).toString("base64") };
}

const xml = (body: string): string => `<?xml version="1.0"?>${body}`;
const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const rows = (table: readonly (readonly string[])[]): string => table.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
const sheet = (table: readonly (readonly string[])[]): string => xml(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows(table)}</sheetData></worksheet>`);

/** A workbook whose second sheet nobody sees. */
const WORKBOOK = zipFile({
  "[Content_Types].xml": xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'),
  "_rels/.rels": xml('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
  "xl/workbook.xml": xml('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Summary" sheetId="1" r:id="r1"/><sheet name="Data" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>'),
  "xl/_rels/workbook.xml.rels": xml('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>'),
  "xl/worksheets/sheet1.xml": sheet([["Beds", "12"]]),
  "xl/worksheets/sheet2.xml": sheet([["Name", "DOB", "MRN", "Diagnosis"], ["Maria Lopez", "03/14/1961", "00482913", "type 2 diabetes"], ["Robert Kim", "02/02/1970", "00482914", "asthma"]]),
});

async function send() {
  await opened.page.getByTestId("send").click();
  return opened.automation("report");
}

async function paneOf(content: readonly Attachment[]) {
  await opened.compose({ to: [OUTSIDE], subject: "Files", body: "See attached.", attachments: content });
  expect(await send()).toMatchObject({ outcome: "held", completed: 1 });
  await opened.page.getByRole("alertdialog").getByRole("button", { name: "Take Action" }).click();
  return opened.pane();
}

test("an archive under a password to an outsider is asked about, and the pane names the file in it that was not read", async () => {
  const pane = await paneOf([file("lists.zip", zipFile([{ name: "may.txt", data: "x", encrypted: true }]))]);
  await pane.getByText("This message needs a reason").first().waitFor();
  await pane.getByText("may.txt: It is locked with a password or encrypted.").waitFor();
  await pane.getByRole("button", { name: "I looked at it: give a reason" }).click();
  expect(await pane.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("radio");
});

test("a roster in a hidden sheet is found and named as hidden; taken off, the message goes", async () => {
  const pane = await paneOf([file("beds.xlsx", WORKBOOK)]);
  await pane.getByText("It stands in a hidden sheet.").first().waitFor();
  await pane.getByRole("heading", { name: "Sheet 2: Data (hidden)" }).waitFor();
  expect(await pane.locator("body").innerText()).not.toContain("00482913");
  await pane.getByRole("button", { name: "Remove attachment beds.xlsx" }).click();
  await pane.getByText("This message goes as it is").first().waitFor();
  expect(await send()).toMatchObject({ outcome: "sent", headers: {} });
});

test("a PDF whose pages are pictures is said unread", async () => {
  const picture = (pdf: PdfWriter): string => `/XObject << /Im ${pdf.stream("\xFF\xD8", "/Subtype /Image /Filter /DCTDecode")} >>`;
  const pane = await paneOf([file("scan.pdf", simplePdf({ pages: ["q 612 0 0 792 0 0 cm /Im Do Q"], resources: picture }))]);
  await pane.getByText("Its pages are pictures; their text cannot be read here.").first().waitFor();
});

test("a bomb ends in a clear sentence", async () => {
  const pane = await paneOf([file("big.zip", zipFile({ "zeros.txt": new Uint8Array(40 * 1024 * 1024) }))]);
  await pane.getByText(/It swells far beyond its size when it is opened|It is larger or deeper than the check reads/).first().waitFor();
});

test("a file is read when it is added, and what was found stays with the draft until Send", async () => {
  await opened.compose({ to: [OUTSIDE], subject: "Files", body: "See attached.", attachments: [file("beds.xlsx", WORKBOOK)] });
  await opened.automation("idle");
  const kept = (await opened.automation("session"))[SESSION_KEYS.attachments] ?? "";
  expect(kept.length).toBeGreaterThan(500);
  expect(kept).not.toMatch(/Lopez|00482913|beds/);
  expect(await send()).toMatchObject({ outcome: "held" });
});

test("a locked file to a colleague lets the sender protect the whole message, by keyboard, and take that back", async () => {
  const INSIDE = { name: "Lee Park", address: "lee.park@clinic.example" };
  await opened.compose({ to: [INSIDE], subject: "Files", body: "See attached.", attachments: [file("lists.zip", zipFile([{ name: "may.txt", data: "x", encrypted: true }]))] });
  await opened.page.getByTestId("open-pane").click();
  const pane = await opened.pane();
  const ask = pane.getByRole("button", { name: "Protect the whole message with attachment lists.zip" });
  await ask.focus();
  await opened.page.keyboard.press("Enter");
  await pane.getByText("You asked for it to be protected.").waitFor();
  expect(await pane.evaluate(() => document.activeElement?.textContent)).toBe("This message will be protected");
  await pane.getByRole("button", { name: "Take back the protection you asked for" }).click();
  await ask.click();
  await pane.getByText("You asked for it to be protected.").waitFor();
  expect(await send()).toMatchObject({ outcome: "sent", headers: { "X-Chartseal-Protect": "encrypt" } });
});

describe("a PDF that our own reader cannot tell all of", () => {
  const LINES = ["Dear Dr Adams, please see Maria Lopez, DOB 03/14/1961,", "MRN 00482913, for type 2 diabetes (E11.9)."];
  const asked = (): readonly string[] => opened.requests.map((url) => new URL(url).pathname).filter((path) => /pdf-worker|cmaps/.test(path));
  /** Stands in for pdf.js: every page of this window gets it. */
  const putWorker = (body: string): Promise<unknown> => opened.page.context().route("**/pdf-worker.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
  afterEach(() => opened.page.context().unrouteAll());

  test("is looked at by pdf.js in the page: the patient in it is found, and it is still said partly read", async () => {
    const pane = await paneOf([file("letter.pdf", japanesePdf(...LINES))]);
    await pane.getByText("Read in part. Its letters cannot be told: an unknown character set or font.").waitFor();
    await pane.getByRole("heading", { name: "Page 1" }).waitFor();
    await pane.getByText("Date of birth").first().waitFor();
    expect(await pane.locator("body").innerText()).not.toContain("00482913");
    expect(asked()).toEqual(expect.arrayContaining(["/pdf-worker.js", expect.stringMatching(/^\/cmaps\/.*\.bcmap$/)]));
  });

  test("is read by pdf.js when it is added, and what it found stays with the draft", async () => {
    await opened.compose({ to: [OUTSIDE], subject: "Files", body: "See attached.", attachments: [file("letter.pdf", japanesePdf(...LINES))] });
    await opened.automation("idle");
    const kept = (await opened.automation("session"))[SESSION_KEYS.attachments] ?? "";
    expect(kept).toContain("date-of-birth");
    expect(kept).not.toMatch(/Lopez|00482913/);
  });

  test("that pdf.js cannot open either is unread", async () => {
    const pane = await paneOf([file("ruin.pdf", ruinedPdf())]);
    await pane.getByText("Not read. It is damaged or not what its name says.").waitFor();
  });

  test.each([["hangs", "for (;;);"], ["throws", "throw new Error('x')"], ["is no script", "<html>"]])("with a Worker that %s is unread as before", async (_what, body) => {
    await putWorker(body);
    const pane = await paneOf([file("ruin.pdf", ruinedPdf())]);
    await pane.getByText("Not read. It is damaged or not what its name says.").waitFor();
  });

  test("no other file loads pdf.js", async () => {
    await paneOf([file("beds.xlsx", WORKBOOK)]);
    expect(asked()).toEqual([]);
  });
});
