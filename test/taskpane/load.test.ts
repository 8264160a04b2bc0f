import { AppError } from "../../src/contract/index.ts";
import { DEFAULT_POLICY } from "../../src/decide/index.ts";
import { createEffects } from "../../src/taskpane/load.ts";
import type { PaneEffects } from "../../src/taskpane/load.ts";
import type { PaneEvent, PanePorts } from "../../src/taskpane/ports.ts";
import { INITIAL_STATE, reduce, standing } from "../../src/taskpane/state.ts";
import type { PaneState } from "../../src/taskpane/state.ts";
import { settled } from "../support/fake-office-clock.ts";
import { CLEAN, NEEDS_REASON, checked } from "./build.ts";

interface Rig {
  readonly effects: PaneEffects;
  state(): PaneState;
  raise(event: PaneEvent): void;
  tick(): void;
  readonly asked: readonly string[];
}

/** Effects on a world that the test describes, and the state that comes of it. */
function rig(over: Partial<PanePorts> = {}): Rig {
  let state = INITIAL_STATE;
  let heard: (event: PaneEvent) => void = () => undefined;
  let ticks: readonly (() => void)[] = [];
  const asked: string[] = [];
  const now = { policy: DEFAULT_POLICY, from: "built-in" } as const;
  const ports: PanePorts = {
    locale: "en",
    version: "0",
    check: async () => NEEDS_REASON,
    digest: async () => "d1",
    context: async () => undefined,
    readOverride: async () => undefined,
    recordOverride: async ({ digest }, reason) => ({ digest, reason, at: "2026-01-05T09:00:00.000Z" }),
    canRemoveAttachment: () => true,
    removeAttachment: async (_, index) => void asked.push(`remove ${index}`),
    protect: async (wanted) => void asked.push(`protect ${wanted}`),
    policy: async () => now,
    sync: async () => ({ status: "unchanged", now }),
    flush: async () => void asked.push("flush"),
    listen: (listener) => {
      heard = listener;
      return () => {
        heard = () => undefined;
      };
    },
    every: (_, tick) => {
      ticks = [...ticks, tick];
      return () => {
        ticks = ticks.filter((one) => one !== tick);
      };
    },
    isDark: () => true,
    ...over,
  };
  const check = ports.check.bind(ports);
  const counted: PanePorts = { ...ports, check: (onRead) => (asked.push("check"), check(onRead)) };
  const effects = createEffects(counted, (action) => {
    state = reduce(state, action);
  });
  return { effects, state: () => state, raise: (event) => heard(event), tick: () => ticks.forEach((run) => run()), asked };
}

const checksOf = ({ asked }: Rig): number => asked.filter((one) => one === "check").length;

describe("start", () => {
  test("checks, loads the policy and hands over what waits", async () => {
    const one = rig();
    one.effects.start();
    await settled();
    expect(standing(one.state())).toBe("confirm");
    expect(one.state().policy?.from).toBe("built-in");
    expect(one.asked).toContain("flush");
    expect(one.state().summoned).toBe(0);
  });

  test("a context from Smart Alerts puts the verdict first", async () => {
    const one = rig({ context: async () => ({ schema: 1, nonce: "n", action: "confirm", ruleIds: [] }) });
    one.effects.start();
    await settled();
    expect(one.state().summoned).toBe(1);
  });

  test("a reason recorded earlier still counts when the pane is opened again", async () => {
    const one = rig({ readOverride: async () => ({ digest: "d1", reason: "payment", at: "x" }) });
    one.effects.start();
    await settled();
    expect(standing(one.state())).toBe("recorded");
  });

  test("a reason that cannot be read does not count, and the check stands", async () => {
    const one = rig({ readOverride: () => Promise.reject(new AppError("OUTLOOK_CALL_FAILED")) });
    one.effects.start();
    await settled();
    expect(standing(one.state())).toBe("confirm");
  });

  test("a failed check says its code, and trying again helps", async () => {
    let fail = true;
    const one = rig({ check: async () => (fail ? Promise.reject(new AppError("OUTLOOK_CALL_TIMEOUT")) : CLEAN) });
    one.effects.start();
    await settled();
    expect(one.state().check).toEqual({ kind: "fault", code: "OUTLOOK_CALL_TIMEOUT" });
    fail = false;
    await one.effects.check(true);
    expect(standing(one.state())).toBe("allow");
  });
});

describe("events", () => {
  const cases: readonly (readonly [PaneEvent, number])[] = [["recipients", 2], ["attachments", 2], ["context", 2], ["theme", 1], ["focus", 1]];
  test.each(cases)("%s makes %d checks in all", async (event, expected) => {
    const one = rig();
    one.effects.start();
    await settled();
    one.raise(event);
    await settled();
    expect(checksOf(one)).toBe(expected);
  });

  test("coming back to the pane checks a draft that has changed, or that could not be read", async () => {
    let digest = "d2";
    const one = rig({ digest: async () => (digest === "" ? Promise.reject(new AppError("OUTLOOK_CALL_FAILED")) : digest) });
    one.effects.start();
    await settled();
    one.raise("focus");
    await settled();
    expect(checksOf(one)).toBe(2);
    digest = "";
    one.raise("focus");
    await settled();
    expect(checksOf(one)).toBe(3);
  });

  test("nothing happens after the stop", async () => {
    const one = rig();
    const stop = one.effects.start();
    await settled();
    stop();
    one.raise("recipients");
    await settled();
    expect(checksOf(one)).toBe(1);
  });
});

test("a change of theme is seen", async () => {
  const one = rig();
  one.effects.start();
  one.raise("theme");
  expect(one.state().dark).toBe(true);
});

describe("record", () => {
  test("records a reason for the draft that was checked", async () => {
    const one = rig();
    await one.effects.check(false);
    await one.effects.record(NEEDS_REASON, "treatment");
    expect(one.state().override).toMatchObject({ kind: "recorded", override: { digest: "d1", reason: "treatment" } });
  });

  test("records nothing for a draft that has changed, and checks the new one", async () => {
    const recorded: string[] = [];
    const one = rig({
      digest: async () => "d2",
      recordOverride: async ({ digest }, reason) => (recorded.push(digest), { digest, reason, at: "x" }),
    });
    await one.effects.check(false);
    await one.effects.record(NEEDS_REASON, "treatment");
    expect(recorded).toEqual([]);
    expect(one.state().override.kind).toBe("void");
    expect(checksOf(one)).toBe(2);
  });

  test("says when it could not be recorded", async () => {
    const one = rig({ recordOverride: () => Promise.reject(new AppError("OUTLOOK_CALL_FAILED")) });
    await one.effects.check(false);
    await one.effects.record(NEEDS_REASON, "treatment");
    expect(one.state().override).toEqual({ kind: "failed", code: "OUTLOOK_CALL_FAILED" });
    expect(standing(one.state())).toBe("confirm");
  });
});

test("watching finds an edit to the text, for which there is no event", async () => {
  let digest = "d1";
  const one = rig({
    digest: async () => digest,
    check: async () => checked({ assessment: NEEDS_REASON.assessment, digest }),
    readOverride: async () => ({ digest: "d1", reason: "treatment", at: "x" }),
  });
  await one.effects.check(false);
  const stop = one.effects.watch("d1");
  one.tick();
  await settled();
  expect(standing(one.state())).toBe("recorded");
  digest = "d2";
  one.tick();
  await settled();
  expect(one.state().override.kind).toBe("void");
  stop();
  one.tick();
  await settled();
  expect(checksOf(one)).toBe(2);
});

test("a sync shows its outcome and judges the draft anew", async () => {
  const now = { policy: DEFAULT_POLICY, from: "settings" } as const;
  const one = rig({ sync: async () => ({ status: "refused", now, problem: "POLICY_SIGNATURE" }) });
  await one.effects.sync();
  expect(one.state().sync).toEqual({ kind: "done", problem: "POLICY_SIGNATURE" });
  expect(one.state().policy).toBe(now);
  expect(checksOf(one)).toBe(1);
});

describe("taking an attachment off", () => {
  test("checks what is left", async () => {
    const one = rig();
    await one.effects.remove(NEEDS_REASON, 2);
    expect(one.asked).toEqual(["remove 2", "check"]);
  });
  test("that fails is said, until the next check", async () => {
    const one = rig({ removeAttachment: () => Promise.reject(new Error("no")) });
    await one.effects.remove(NEEDS_REASON, 0);
    expect(one.state().removeFailed).toBe(true);
    await one.effects.check(true);
    expect(one.state().removeFailed).toBe(false);
  });
});

describe("asking for protection", () => {
  test.each([true, false])("%p: checks anew", async (wanted) => {
    const one = rig();
    await one.effects.protect(wanted);
    expect(one.asked).toEqual([`protect ${wanted}`, "check"]);
  });
  test.each([[true, "ask"], [false, "unask"]] as const)("%p that fails is said, until the next check", async (wanted, failed) => {
    const one = rig({ protect: () => Promise.reject(new Error("no")) });
    await one.effects.protect(wanted);
    expect(one.state().protectFailed).toBe(failed);
    await one.effects.check(true);
    expect(one.state().protectFailed).toBeUndefined();
  });
});

test("attachments that are read are counted for the check that runs", async () => {
  const seen: (number | undefined)[] = [];
  const one: Rig = rig({ check: async (onRead) => {
    onRead?.(1, 2);
    seen.push(one.state().reading?.read);
    return NEEDS_REASON;
  } });
  await one.effects.check(true);
  expect(seen).toEqual([1]);
  expect(one.state().reading).toBeUndefined();
});
