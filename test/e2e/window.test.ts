/** A clinician at the window: the dialog, the pane, a reason, a server that dies. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createHash } from "node:crypto";
import type { AuditEntry } from "../../src/contract/index.ts";
import { PROTECT_HEADER, PROTECT_VALUE } from "../../src/contract/index.ts";
import { OUTSIDE, PATIENCE, REFERRAL, startSimulated } from "./simulated.ts";
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
afterEach(async () => {
  simulated.simulator.setFaults([]);
  const elsewhere = opened.requests.filter((url) => new URL(url).origin !== simulated.simulator.origin && !/^(?:data|blob|about):/.test(url));
  expect(elsewhere).toEqual([]);
  await opened.close();
});

const STAMP = { [PROTECT_HEADER]: PROTECT_VALUE };
const WEBMAIL = { name: "Maria", address: "maria.lopez@gmail.com" };

const send = (): Promise<void> => opened.page.getByTestId("send").click();

async function sendAndReport() {
  await send();
  return opened.automation("report");
}

test("a person types a letter, presses Ctrl+Enter, and sees what was sent", async () => {
  await opened.compose({ format: "html" });
  const { page } = opened;
  await page.getByTestId("to").fill("office@cardiology.example");
  await page.getByTestId("to").press("Enter");
  await page.getByTestId("subject").fill("Referral");
  await page.getByTestId("body").fill(REFERRAL);
  await page.getByTestId("body").press("Control+Enter");
  await page.getByTestId("sent").waitFor();
  expect(await page.getByTestId("sent-headers").textContent()).toContain(`${PROTECT_HEADER}: ${PROTECT_VALUE}`);
  expect(await page.getByTestId("sent-label").textContent()).toBe("Patient data");
});

test("Take Action opens the pane, which names what was found without showing it", async () => {
  await opened.compose({ to: [OUTSIDE], subject: "Maria Lopez MRN 00482913 diabetes", body: REFERRAL });
  await send();
  const dialog = opened.page.getByRole("alertdialog");
  await dialog.waitFor();
  await dialog.getByRole("button", { name: "Take Action" }).click();
  const pane = await opened.pane();
  await pane.getByText("This message is stopped").first().waitFor();
  await pane.getByText("Medical record number").first().waitFor();
  expect(await pane.locator("body").innerText()).not.toContain("00482913");
});

test("a reason given in the pane lets the unchanged draft go, protected; a changed draft is asked again", async () => {
  await opened.compose({ to: [WEBMAIL], subject: "Your results", body: REFERRAL });
  expect(await sendAndReport()).toMatchObject({ outcome: "held" });
  await opened.page.getByRole("alertdialog").getByRole("button", { name: "Take Action" }).click();
  const pane = await opened.pane();
  await pane.getByRole("radio").first().check();
  await pane.getByRole("button", { name: "Record reason" }).click();
  await pane.getByText("Reason recorded").first().waitFor();

  await opened.page.getByTestId("subject").fill("Your results, again");
  expect(await sendAndReport()).toMatchObject({ outcome: "held" });
  await opened.page.getByRole("alertdialog").getByRole("button", { name: "Don't Send" }).click();

  await opened.page.getByTestId("subject").fill("Your results");
  expect(await sendAndReport()).toMatchObject({ outcome: "sent", completed: 1, headers: STAMP });
});

test("a dead server still protects by the last good policy", async () => {
  await opened.compose({ to: [OUTSIDE], subject: "Lunch", body: "Lunch at noon?" });
  expect(await sendAndReport()).toMatchObject({ outcome: "sent", headers: {} });
  await opened.automation("setFaults", ["server-down"]);
  await opened.automation("compose", { to: [OUTSIDE], subject: "Referral", format: "text", body: REFERRAL });
  const report = await sendAndReport();
  // The label stands in the server's policy only: the built-in one knows none.
  expect(report).toMatchObject({ outcome: "sent", headers: STAMP, label: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown });
});

test("while the add-in is unavailable, Block holds and SoftBlock leaves it to the person", async () => {
  const { page } = opened;
  await opened.compose({ to: [OUTSIDE], subject: "Lunch", body: "Lunch at noon?" });
  await page.getByRole("button", { name: "Settings" }).first().click();
  await page.getByRole("switch", { name: "Add-in is available" }).click();
  await page.keyboard.press("Escape");
  expect(await sendAndReport()).toMatchObject({ outcome: "held", completed: 0, dialog: { buttons: ["Don't Send"] } });
  await page.getByRole("alertdialog").getByRole("button", { name: "Don't Send" }).click();
  await page.getByRole("button", { name: "Settings" }).first().click();
  await page.getByRole("radio", { name: /SoftBlock/ }).check();
  await page.keyboard.press("Escape");
  expect(await sendAndReport()).toMatchObject({ outcome: "held", dialog: { buttons: ["Send Anyway", "Try Later"] } });
  await page.getByRole("button", { name: "Send Anyway" }).click();
  await page.getByTestId("sent").waitFor();
});

test("every decision reaches the ledger, and nothing of the message does", async () => {
  const canary = "Quillfeather";
  const entries = (): readonly AuditEntry[] => {
    const database = new DatabaseSync(join(simulated.simulator.data, "chartseal.db"), { readOnly: true });
    try {
      return database.prepare("select entry from ledger order by seq").all().map((row) => JSON.parse(String(row["entry"])) as AuditEntry);
    } finally {
      database.close();
    }
  };
  const before = entries().length;
  const arrived = opened.page.waitForEvent("requestfinished", (request) => request.url().endsWith("/api/audit"));
  await opened.compose({ to: [{ ...OUTSIDE, name: canary }], subject: `About ${canary}`, body: REFERRAL.replaceAll("Lopez", canary) });
  await sendAndReport();
  await arrived;
  const added = entries().slice(before);
  expect(added).toMatchObject([{ event: "decision" }]);
  expect(JSON.stringify(added)).not.toMatch(/Quillfeather|Maria|00482913|cardiology/i);
});

test("office.js is served as Microsoft published it", async () => {
  const sha = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
  await opened.compose({});
  const files = new Set(opened.requests.map((url) => new URL(url).pathname).filter((path) => path.startsWith("/__officejs/")));
  expect(files).toContain("/__officejs/outlook-web-16.01.js");
  for (const path of files) {
    const served = await opened.page.request.get(`${simulated.simulator.origin}${path}`);
    const published = readFileSync(join(import.meta.dirname, "../../node_modules/@microsoft/office-js/dist", path.slice("/__officejs/".length)));
    expect([path, sha(await served.body())]).toEqual([path, sha(published)]);
  }
});
