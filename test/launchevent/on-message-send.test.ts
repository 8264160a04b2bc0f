import type { AuditEntry } from "../../src/contract/index.ts";
import { DEFAULT_POLICY } from "../../src/decide/index.ts";
import { onMessageSend } from "../../src/launchevent/on-message-send.ts";
import { createRuntime } from "../../src/launchevent/runtime.ts";
import type { Runtime } from "../../src/launchevent/runtime.ts";
import type { Protection } from "../../src/outlook/index.ts";
import { createClock, settled } from "../support/fake-office-clock.ts";
import { createFakeOffice } from "../support/fake-office.ts";

const HARD_DEADLINE = 240_000;

/** A runtime whose last step before the release hangs until told. */
function hanging() {
  const clock = createClock();
  const runtime = createRuntime({ office: createFakeOffice().office, stamp: "", timers: clock, random: () => 0.5 });
  const entries: AuditEntry[] = [];
  const completed: unknown[] = [];
  let protect: (protection: Protection) => void = () => undefined;
  let recorded: () => void = () => undefined;
  const policy = { ...DEFAULT_POLICY, rules: [{ id: "always", when: {}, then: "protect" as const }] };
  const parts: Runtime = {
    ...runtime,
    outlook: { ...runtime.outlook, protect: () => new Promise((resolve) => { protect = resolve; }) },
    policies: { ...runtime.policies, current: () => Promise.resolve({ policy, from: "session" }) },
    audit: {
      ...runtime.audit,
      record: (entry) => {
        entries.push(entry);
        return new Promise((resolve) => { recorded = () => resolve(true); });
      },
    },
  };
  const done = onMessageSend({ completed: (options) => void completed.push(options) }, parts);
  return { clock, entries, completed, done, protect: () => protect({ header: true, label: "applied" }), recorded: () => recorded() };
}

test("the deadline holds, and the protection that comes after it releases nothing and records nothing", async () => {
  const send = hanging();
  await send.clock.advance(HARD_DEADLINE - 1);
  expect(send.entries).toEqual([]);
  await send.clock.advance(1);
  send.protect();
  await settled();
  send.recorded();
  await send.done;
  await settled();
  expect(send.completed).toMatchObject([{ allowEvent: false, contextData: expect.stringContaining("DEADLINE_PASSED") }]);
  expect(send.entries).toMatchObject([{ outcome: "held", fault: "DEADLINE_PASSED" }]);
});

test("a deadline that passes while the release is being recorded does not contradict the ledger", async () => {
  const send = hanging();
  await send.clock.advance(HARD_DEADLINE - 1);
  send.protect();
  await settled();
  await send.clock.advance(1_000);
  send.recorded();
  await send.done;
  expect(send.completed).toEqual([{ allowEvent: true }]);
  expect(send.entries).toMatchObject([{ outcome: "sent", applied: { header: true, label: true } }]);
});

test("a send that ends leaves no timer behind", async () => {
  const send = hanging();
  await settled();
  send.protect();
  await settled();
  send.recorded();
  await send.done;
  expect(send.clock.pending()).toBe(0);
});
