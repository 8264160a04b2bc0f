import { codeOf } from "../../src/contract/index.ts";
import { callFor, callForOptional, callToDo } from "../../src/outlook/promise.ts";
import type { OfficeCallback } from "../../src/outlook/promise.ts";
import { createClock } from "../support/fake-office-clock.ts";

type Invoke = (callback: OfficeCallback<string>) => void;
const ok = (value: unknown) => ({ status: "succeeded", value: value as string });
const CANARY = "canary-4711";

async function outcome(work: Promise<unknown>): Promise<unknown> {
  return work.then((value) => ({ value }), (thrown: unknown) => ({ code: codeOf(thrown), message: (thrown as Error).message }));
}

describe("a call for a value", () => {
  const cases: readonly [string, Invoke, unknown][] = [
    ["an answer", (done) => done(ok("text")), { value: "text" }],
    ["an empty text, which a subject may be", (done) => done(ok("")), { value: "" }],
    ["two answers: the first counts", (done) => { done(ok("first")); done(ok("second")); }, { value: "first" }],
    ["success with undefined", (done) => done(ok(undefined)), { code: "OUTLOOK_CALL_EMPTY" }],
    ["success with null", (done) => done(ok(null)), { code: "OUTLOOK_CALL_EMPTY" }],
    ["an error", (done) => done({ status: "failed", value: CANARY, error: { code: 5001, message: CANARY } as never }), { code: "OUTLOOK_CALL_FAILED" }],
    ["an error without a reason", (done) => done({ status: "failed", value: "" }), { code: "OUTLOOK_CALL_FAILED" }],
    ["an answer that is nothing at all", (done) => done(undefined as never), { code: "OUTLOOK_CALL_FAILED" }],
    ["a failure and then a success", (done) => { done({ status: "failed", value: "" }); done(ok("late")); }, { code: "OUTLOOK_CALL_FAILED" }],
    ["a throw inside the call", () => { throw new Error(CANARY); }, { code: "OUTLOOK_CALL_FAILED" }],
    ["an answer and then a throw", (done) => { done(ok("text")); throw new Error(CANARY); }, { value: "text" }],
  ];
  test.each(cases)("%s", async (_name, invoke, expected) => {
    const clock = createClock();
    const got = await outcome(callFor<string>(clock, "subject.getAsync", invoke));
    expect(got).toMatchObject(expected as object);
    expect(JSON.stringify(got)).not.toContain(CANARY);
    expect(clock.pending()).toBe(0);
  });

  test("no answer ends in a fault at its time, not before", async () => {
    const clock = createClock();
    let got: unknown;
    void outcome(callFor<string>(clock, "body.getAsync", () => undefined, { timeoutMs: 500 })).then((end) => { got = end; });
    await clock.advance(499);
    expect(got).toBeUndefined();
    await clock.advance(1);
    expect(got).toMatchObject({ code: "OUTLOOK_CALL_TIMEOUT", message: expect.stringContaining("body.getAsync") });
  });

  test("an answer after the time is up changes nothing", async () => {
    const clock = createClock();
    let answer: OfficeCallback<string> = () => undefined;
    const work = outcome(callFor<string>(clock, "body.getAsync", (done) => { answer = done; }, { timeoutMs: 500 }));
    await clock.advance(500);
    answer(ok("late"));
    expect(await work).toMatchObject({ code: "OUTLOOK_CALL_TIMEOUT" });
  });
});

test("a value that may be absent is undefined, by nothing or by an agreed error code", async () => {
  const clock = createClock();
  expect(await callForOptional<string>(clock, "get", (done) => done(ok(null)))).toBeUndefined();
  const missing: Invoke = (done) => done({ status: "failed", value: "", error: { code: 9050 } });
  expect(await callForOptional<string>(clock, "get", missing, { codes: { 9050: undefined } })).toBeUndefined();
  expect(await outcome(callForOptional<string>(clock, "get", missing))).toMatchObject({ code: "OUTLOOK_CALL_FAILED" });
});

test("a call for an effect needs no value", async () => {
  const clock = createClock();
  await expect(callToDo(clock, "set", (done) => done({ status: "succeeded", value: undefined }))).resolves.toBeUndefined();
});
