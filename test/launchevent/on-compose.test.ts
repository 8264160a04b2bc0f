import { onCompose, onDraftChanged } from "../../src/launchevent/on-compose.ts";
import { createRuntime } from "../../src/launchevent/runtime.ts";
import type { Runtime } from "../../src/launchevent/runtime.ts";
import { createClock } from "../support/fake-office-clock.ts";
import { createFakeOffice } from "../support/fake-office.ts";

const broken = (): Promise<never> => Promise.reject(new Error("broken"));

function runtimeThatFails(): Runtime {
  const runtime = createRuntime({ office: createFakeOffice().office, stamp: "", timers: createClock(), random: () => 0.5 });
  return { ...runtime, policies: { ...runtime.policies, prefetch: broken, ensure: broken }, audit: { ...runtime.audit, flush: broken } };
}

test.each([["compose", onCompose], ["change", onDraftChanged]])("on %s, work that fails ends the event once and rejects nothing", async (_name, handle) => {
  let completed = 0;
  await handle({ completed: () => { completed += 1; } }, runtimeThatFails());
  expect(completed).toBe(1);
});

test.each([["compose", onCompose], ["change", onDraftChanged]])("on %s, a host that is gone rejects nothing", async (_name, handle) => {
  let completed = 0;
  const gone = (): never => { completed += 1; throw new Error("gone"); };
  await expect(handle({ completed: gone }, runtimeThatFails())).resolves.toBeUndefined();
  expect(completed).toBe(1);
});
