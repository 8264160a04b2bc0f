import type { Override } from "../../src/contract/index.ts";
import { DEFAULT_POLICY } from "../../src/decide/index.ts";
import { INITIAL_STATE, reduce, standing } from "../../src/taskpane/state.ts";
import type { PaneAction, PaneState, Standing } from "../../src/taskpane/state.ts";
import { CLEAN, NEEDS_REASON, PROTECTED, STOPPED, checked } from "./build.ts";

const reason = (digest: string): Override => ({ digest, reason: "treatment", at: "2026-01-05T09:00:00.000Z" });
const after = (...actions: readonly PaneAction[]): PaneState => actions.reduce(reduce, INITIAL_STATE);
const started = (run: number, asked = false): PaneAction => ({ type: "check-started", run, asked });
const finished = (run: number, result = NEEDS_REASON, override?: Override): PaneAction => ({ type: "check-finished", run, checked: result, override });

describe("standing", () => {
  const cases: readonly (readonly [string, readonly PaneAction[], Standing])[] = [
    ["before anything", [], "loading"],
    ["while the first check runs", [started(1)], "loading"],
    ["clean", [started(1), finished(1, CLEAN)], "allow"],
    ["protected", [started(1), finished(1, PROTECTED)], "protect"],
    ["needs a reason", [started(1), finished(1)], "confirm"],
    ["stopped", [started(1), finished(1, STOPPED)], "block"],
    ["a reason for this draft", [started(1), finished(1, NEEDS_REASON, reason("d1"))], "recorded"],
    ["a reason for another draft", [started(1), finished(1, NEEDS_REASON, reason("d0"))], "confirm"],
    ["a reason does not lift a block", [started(1), finished(1, STOPPED, reason("d1"))], "block"],
    ["a failed check", [started(1), { type: "check-failed", run: 1, code: "OUTLOOK_CALL_TIMEOUT" }], "fault"],
    ["a failed check drops an earlier verdict", [started(1), finished(1, CLEAN), started(2), { type: "check-failed", run: 2, code: "INTERNAL" }], "fault"],
    ["a new check keeps the verdict on show", [started(1), finished(1, CLEAN), started(2)], "allow"],
    ["an older answer is dropped", [started(1), started(2), finished(2, STOPPED), finished(1, CLEAN)], "block"],
    ["an older answer alone is dropped", [started(1), started(2), finished(1, CLEAN)], "loading"],
    ["an older fault is dropped", [started(1), started(2), finished(2, CLEAN), { type: "check-failed", run: 1, code: "INTERNAL" }], "allow"],
    ["a reason just recorded", [started(1), finished(1), { type: "override-started" }, { type: "override-recorded", override: reason("d1") }], "recorded"],
  ];
  test.each(cases)("%s", (_, actions, expected) => {
    expect(standing(after(...actions))).toBe(expected);
  });
});

describe("override", () => {
  const recorded: readonly PaneAction[] = [started(1), finished(1), { type: "override-recorded", override: reason("d1") }];
  const changed = checked({ assessment: NEEDS_REASON.assessment, digest: "d2" });
  const cases: readonly (readonly [string, readonly PaneAction[], string])[] = [
    ["survives a check of the same draft", [...recorded, started(2), finished(2)], "recorded"],
    ["is void once the draft has changed", [...recorded, started(2), finished(2, changed, reason("d1"))], "void"],
    ["counts again when the change is taken back", [...recorded, started(2), finished(2, changed, reason("d1")), started(3), finished(3, NEEDS_REASON, reason("d1"))], "recorded"],
    ["is not asked for when the draft no longer needs one", [...recorded, started(2), finished(2, CLEAN, reason("d1"))], "none"],
    ["being recorded is not lost to a check in between", [started(1), finished(1), { type: "override-started" }, started(2), finished(2)], "recording"],
    ["failed is said", [started(1), finished(1), { type: "override-failed", code: "OUTLOOK_CALL_FAILED" }], "failed"],
    ["voided before it was recorded stays so said after the check", [started(1), finished(1), { type: "override-started" }, { type: "override-voided" }, started(2), finished(2, changed)], "void"],
  ];
  test.each(cases)("%s", (_, actions, expected) => {
    expect(after(...actions).override.kind).toBe(expected);
  });
});

describe("progress and settings", () => {
  test("a check that a person asked for is told from one of our own accord", () => {
    expect(after(started(1, true)).refreshing).toBe("asked");
    expect(after(started(1)).refreshing).toBe("quietly");
    expect(after(started(1, true), finished(1)).refreshing).toBe("no");
  });

  test("Smart Alerts brings the findings back to the front", () => {
    const state = after({ type: "view-chosen", view: "settings" }, { type: "summoned" });
    expect(state).toMatchObject({ view: "findings", summoned: 1 });
  });

  test("a sync keeps its problem, and the next one clears it", () => {
    const now = { policy: DEFAULT_POLICY, from: "built-in" } as const;
    const offline = after({ type: "sync-started" }, { type: "sync-finished", result: { status: "offline", now, problem: "POLICY_UNAVAILABLE" } });
    expect(offline.sync).toEqual({ kind: "done", problem: "POLICY_UNAVAILABLE" });
    expect(offline.policy).toBe(now);
    expect(reduce(offline, { type: "sync-finished", result: { status: "unchanged", now } }).sync).toEqual({ kind: "done" });
  });
});
