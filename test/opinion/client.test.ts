import { createSecondOpinion, pageWorker } from "../../src/opinion/index.ts";
import type { ReaderWorker } from "../../src/opinion/index.ts";
import { ALL_TOLD, MOST_TEXTS } from "../../src/opinion/messages.ts";

const PDF = { bytes: Uint8Array.from([1, 2, 3]), characters: 10 };

class FakeWorker implements ReaderWorker {
  onmessage: ReaderWorker["onmessage"] = null;
  onerror: ReaderWorker["onerror"] = null;
  readonly sent: unknown[] = [];
  ended = 0;

  postMessage(message: unknown): void {
    this.sent.push(message);
  }

  terminate(): void {
    this.ended += 1;
  }

  says(...all: readonly unknown[]): void {
    for (const data of all) this.onmessage?.({ data });
  }
}

function start() {
  const worker = new FakeWorker();
  const reading = createSecondOpinion(() => worker)(PDF);
  return { worker, reading };
}

test("no Worker is made before a file asks for one", () => {
  let made = 0;
  const ask = createSecondOpinion(() => {
    made += 1;
    return new FakeWorker();
  });
  expect(made).toBe(0);
  ask(PDF);
  ask(PDF);
  expect(made).toBe(2);
});

test("the file is handed over as a copy, and what comes back are parts by their places", async () => {
  const { worker, reading } = start();
  expect(worker.sent).toEqual([{ bytes: PDF.bytes, characters: 10 }]);
  expect((worker.sent[0] as typeof PDF).bytes).not.toBe(PDF.bytes);
  worker.says({ page: 1, isBeside: false, text: "abc" }, { page: 2, isBeside: true, text: "de" }, ALL_TOLD);
  expect(await reading.whole).toBe(true);
  expect(reading.parts).toEqual([
    { format: "text", content: "abc", place: { kind: "page", number: 1 } }, { format: "text", content: "de", place: { kind: "note", number: 2 } },
  ]);
  expect(worker.ended).toBe(1);
});

test("a blank page is no part", async () => {
  const { worker, reading } = start();
  worker.says({ page: 1, isBeside: false, text: " \n" }, ALL_TOLD);
  expect(reading.parts).toEqual([]);
});

test.each<readonly [string, unknown]>([
  ["nothing", undefined], ["null", null], ["a word", "hello"], ["no page", { text: "a", isBeside: false }], ["page 0", { page: 0, text: "a", isBeside: false }],
  ["page 1e9", { page: 1e9, text: "a", isBeside: false }], ["no text", { page: 1, text: 5, isBeside: false }], ["no place", { page: 1, text: "a" }],
])("a message that is %s ends it, and is not believed", async (_what, message) => {
  const { worker, reading } = start();
  worker.says({ page: 1, isBeside: false, text: "abc" }, message);
  expect(await reading.whole).toBe(false);
  expect(worker.ended).toBe(1);
  expect(reading.parts).toHaveLength(1);
});

test("more text than asked for is cut, and ends it", async () => {
  const { worker, reading } = start();
  worker.says({ page: 1, isBeside: false, text: "0123456" }, { page: 2, isBeside: false, text: "789abc" }, { page: 3, isBeside: false, text: "more" });
  expect(await reading.whole).toBe(true);
  expect(reading.parts.map(({ content }) => content)).toEqual(["0123456", "789"]);
  expect(worker.ended).toBe(1);
});

test("a flood of empty texts ends it", async () => {
  const { worker, reading } = start();
  for (let n = 0; n < MOST_TEXTS; n++) worker.says({ page: 1, isBeside: false, text: "" });
  expect(await reading.whole).toBe(true);
  expect(worker.ended).toBe(1);
});

test("a fault of the Worker ends it, and no console hears of it", async () => {
  const { worker, reading } = start();
  let prevented = 0;
  worker.onerror?.({ preventDefault: () => void (prevented += 1) });
  expect(await reading.whole).toBe(false);
  expect([prevented, worker.ended]).toEqual([1, 1]);
});

test("a page that may not make Workers has found nothing", async () => {
  const reading = createSecondOpinion(() => {
    throw new Error("refused");
  })(PDF);
  expect(await reading.whole).toBe(false);
  expect(() => reading.end()).not.toThrow();
});

test("ended, it stops the Worker at once; what comes late is not heard", async () => {
  const { worker, reading } = start();
  reading.end();
  worker.says({ page: 1, isBeside: false, text: "abc" });
  reading.end();
  expect(await reading.whole).toBe(false);
  expect([worker.ended, reading.parts]).toEqual([1, []]);
});

test("an engine without Workers has no second opinion", () => {
  expect(pageWorker()).toBeUndefined();
});
