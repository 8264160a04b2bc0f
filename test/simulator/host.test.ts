import { changesBetween } from "../../src/simulator/host/changes.ts";
import { answerTo, eventPush, frameName, parseRequest } from "../../src/simulator/host/protocol.ts";
import { createRuntimes } from "../../src/simulator/host/runtimes.ts";
import type { Frame, FrameHost } from "../../src/simulator/host/frames.ts";
import { emptyMessage } from "../../src/simulator/host/state.ts";
import type { Attachment, Message } from "../../src/simulator/host/state.ts";

describe("events of a change", () => {
  const before: Message = { ...emptyMessage(1), to: [{ name: "A", address: "a@x.example" }] };
  const file = (id: string): Attachment => ({ id, name: "f", size: 1, kind: "file", contentType: "", inline: false, base64: "" });

  test("recipients: one event that names the fields", () => {
    const changes = changesBetween(before, { ...before, cc: before.to, bcc: before.to });
    expect(changes.map(({ launch, details }) => [launch, details])).toEqual([
      ["OnMessageRecipientsChanged", { changedRecipientFields: { to: false, cc: true, bcc: true } }],
    ]);
  });

  test("attachments: one event each", () => {
    const first = { ...before, attachments: [file("1"), file("2")] };
    const changes = changesBetween(first, { ...before, attachments: [file("2"), file("3")] });
    expect(changes.map(({ item, details }) => [item, details["attachmentStatus"]])).toEqual([
      ["olkAttachmentsChanged", "added"], ["olkAttachmentsChanged", "removed"],
    ]);
  });

  test("a new message, a subject or a body raise none", () => {
    expect(changesBetween(before, { ...before, key: 2, to: [] })).toEqual([]);
    expect(changesBetween(before, { ...before, subject: "s", body: "b" })).toEqual([]);
  });
});

describe("the wire", () => {
  const posted = JSON.stringify({ _messageType: 0, _actionType: 0, _actionName: "GetInitialData", _conversationId: "c", _correlationId: 4, _data: { a: 1 } });

  test("a request is read and its answer carries its correlation", () => {
    const request = parseRequest(posted);
    expect(request).toEqual({ action: "GetInitialData", type: 0, conversation: "c", correlation: 4, data: { a: 1 } });
    expect(request && JSON.parse(answerTo(request, "https://o", { b: 2 }))).toMatchObject({
      _messageType: 1, _responseType: 0, _correlationId: 4, _conversationId: "c", _data: { b: 2 }, _errorCode: 0,
    });
    expect(JSON.parse(eventPush("c", "https://o", "event", []))).toMatchObject({ _responseType: 1, _actionName: "event" });
  });

  test.each([["an object", { _messageType: 0 }], ["no JSON", "hello"], ["an answer", JSON.stringify({ _messageType: 1 })], ["null", "null"]])("%s is no request", (_, value) => {
    expect(parseRequest(value)).toBeUndefined();
  });

  test("the frame is told its host's origin, and to log nowhere", () => {
    const name = JSON.parse(frameName({ conversation: "c", control: "k", origin: "https://localhost:1", locale: "es-es", session: "s", extras: {} })) as Record<string, string>;
    expect(name["xdmInfo"]).toBe("c|k|https://localhost:1");
    expect(name["hostInfo"]).toBe("Outlook|Web|16.01|es-es|s||disableLogging|0");
  });
});

describe("event runtimes", () => {
  /** Frames without a browser, and time that passes when told. */
  function setUp(warm: boolean) {
    const open = new Set<Frame>();
    const pushed: unknown[] = [];
    let timers: { readonly at: number; readonly then: () => void }[] = [];
    let now = 0;
    const host: FrameHost = {
      calls: [],
      open: () => {
        const frame: Frame = { element: {} as HTMLIFrameElement, conversation: "c", control: "k", locale: "en-us", events: new Set(), ended: false, onReady: undefined, onCompleted: undefined };
        open.add(frame);
        return frame;
      },
      close: (frame) => void open.delete(frame),
      push: (_, __, data) => void pushed.push(data),
      broadcast: () => undefined,
    };
    const clock = {
      now: () => now,
      after(ms: number, then: () => void) {
        const timer = { at: now + ms, then };
        timers.push(timer);
        return () => { timers = timers.filter((one) => one !== timer); };
      },
    };
    const pass = (ms: number): void => {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter((one) => !due.includes(one));
      for (const { then } of due) then();
    };
    const ready = (frame: Frame): void => {
      frame.events.add("appCommandInvoked");
      frame.onReady?.();
    };
    const runtimes = createRuntimes({ host, page: "/page.html", clock, newId: () => "invocation", warm: () => warm });
    const only = (): Frame => [...open][0]!;
    return { open, pushed, pass, ready, runtimes, only };
  }

  test("an event waits for its page, completes once, and the page goes", () => {
    const { open, pushed, pass, ready, runtimes, only } = setUp(false);
    const answers: unknown[] = [];
    const run = runtimes.run({ functionName: "f", event: { type: "T" }, onCompleted: (options) => answers.push(options) });
    expect(pushed).toEqual([]);
    const frame = only();
    ready(frame);
    expect(pushed).toEqual([{ 0: "invocation", 1: "f", 2: '{"type":"T"}' }]);
    frame.onCompleted?.("invocation", 0, { completedContext: { allowEvent: true } });
    frame.onCompleted?.("invocation", 0, { completedContext: { allowEvent: false } });
    expect(answers).toEqual([{ allowEvent: true }]);
    expect(run.completed()).toBe(2);
    expect(frame.ended).toBe(true);
    pass(1_000);
    expect(open.size).toBe(0);
  });

  test("a page that never gets ready is unavailable", () => {
    const { open, pass, runtimes } = setUp(false);
    let unavailable = 0;
    runtimes.run({ functionName: "f", event: {}, onUnavailable: () => { unavailable += 1; } });
    pass(20_000);
    expect([unavailable, open.size]).toEqual([1, 0]);
  });

  test("a function that is not associated is a failure, not a verdict", () => {
    const { ready, runtimes, only } = setUp(false);
    const seen: string[] = [];
    runtimes.run({ functionName: "f", event: {}, onCompleted: () => seen.push("completed"), onFailed: () => seen.push("failed") });
    ready(only());
    only().onCompleted?.("invocation", 11_101, {});
    expect(seen).toEqual(["failed"]);
  });

  test("the next page is loaded ahead, and again after what it was told has changed", async () => {
    const { open, pass, ready, runtimes, only } = setUp(true);
    const idle = runtimes.idle();
    const spare = only();
    ready(spare);
    await idle;
    runtimes.refresh();
    pass(1);
    expect(only()).not.toBe(spare);
    ready(only());
    const taken = only();
    runtimes.run({ functionName: "f", event: {} });
    expect([open.size, only()]).toEqual([1, taken]);
  });
});
