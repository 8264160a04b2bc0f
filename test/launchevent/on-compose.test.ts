import { onAttachmentsChanged, onCompose, onRecipientsChanged } from "../../src/launchevent/on-compose.ts";
import { createRuntime } from "../../src/launchevent/runtime.ts";
import type { Runtime } from "../../src/launchevent/runtime.ts";
import { SESSION_KEYS } from "../../src/contract/index.ts";
import { createClock } from "../support/fake-office-clock.ts";
import { createFakeOffice } from "../support/fake-office.ts";

const broken = (): Promise<never> => Promise.reject(new Error("broken"));

function runtimeThatFails(): Runtime {
  const runtime = createRuntime({ office: createFakeOffice().office, stamp: "", timers: createClock(), random: () => 0.5 });
  return { ...runtime, policies: { ...runtime.policies, prefetch: broken, ensure: broken }, audit: { ...runtime.audit, flush: broken } };
}

test.each([["compose", onCompose], ["new recipients", onRecipientsChanged], ["a new file", onAttachmentsChanged]])("on %s, work that fails ends the event once and rejects nothing", async (_name, handle) => {
  let completed = 0;
  await handle({ completed: () => { completed += 1; } }, runtimeThatFails());
  expect(completed).toBe(1);
});

test.each([["compose", onCompose], ["new recipients", onRecipientsChanged], ["a new file", onAttachmentsChanged]])("on %s, a host that is gone rejects nothing", async (_name, handle) => {
  let completed = 0;
  const gone = (): never => { completed += 1; throw new Error("gone"); };
  await expect(handle({ completed: gone }, runtimeThatFails())).resolves.toBeUndefined();
  expect(completed).toBe(1);
});

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const FILES = [
  { id: "1", name: "a.txt", content: base64("Rota of the ward"), size: 16 }, { id: "2", name: "b.txt", content: base64("Patient Maria Lopez, MRN 00482913, has asthma."), size: 46 },
];
const read = (calls: readonly string[]): number => calls.filter((call) => call === "getAttachmentContentAsync").length;

test("a new file is read and kept with the draft; the others are left to their own events, one that goes to nobody", async () => {
  const fake = createFakeOffice({ model: { attachments: FILES } });
  const runtime = () => createRuntime({ office: fake.office, stamp: "", timers: createClock(), random: () => 0.5 });
  const completed = (): void => undefined;
  await onAttachmentsChanged({ completed, attachmentStatus: "added", attachmentDetails: { id: "2" } }, runtime());
  expect(read(fake.calls)).toBe(1);
  await onAttachmentsChanged({ completed, attachmentStatus: "removed", attachmentDetails: { id: "0" } }, runtime());
  expect(read(fake.calls)).toBe(1);
  await onRecipientsChanged({ completed }, runtime());
  expect(read(fake.calls)).toBe(2);
  await onCompose({ completed }, runtime());
  expect(read(fake.calls)).toBe(2);
  expect(fake.model.session[SESSION_KEYS.attachments]).toContain("scanned");
});

test("files that come at once are all kept, though each event writes for itself", async () => {
  const attachments = Array.from({ length: 10 }, (_, k) => ({ id: `${k}`, name: `${k}.txt`, content: base64(`Rota ${k}`), size: 6 }));
  const fake = createFakeOffice({ model: { attachments } });
  const runtime = () => createRuntime({ office: fake.office, stamp: "", timers: createClock(), random: () => 0.5 });
  await Promise.all(attachments.map(({ id }) => onAttachmentsChanged({ completed: () => undefined, attachmentStatus: "added", attachmentDetails: { id } }, runtime())));
  expect(read(fake.calls)).toBe(10);
  await onCompose({ completed: () => undefined }, runtime());
  expect(read(fake.calls)).toBeLessThan(20);
});
