import { SLOW_AFTER, step, TIMEOUT_AFTER } from "../../src/simulator/host/smart-alerts.ts";
import type { AddInFacts, ButtonId, Effect, Phase, SendEvent } from "../../src/simulator/host/smart-alerts.ts";
import { SEND_MODES } from "../../src/simulator/host/send-mode.ts";
import type { SendMode } from "../../src/simulator/host/send-mode.ts";

const FACTS: AddInFacts = { commandIds: ["OpenPane"], markdown: true };

function play(mode: SendMode, events: readonly SendEvent[]): { readonly phase: Phase; readonly effects: readonly Effect[] } {
  let phase: Phase = { name: "composing" };
  const effects: Effect[] = [];
  for (const event of [{ type: "send", mode, at: 0 } as const, ...events]) {
    const next = step(phase, event, FACTS);
    phase = next.phase;
    effects.push(...next.effects);
  }
  return { phase, effects };
}

function buttonsOf(phase: Phase): readonly ButtonId[] {
  if (phase.name === "alert") return phase.alert.buttons.map(({ id }) => id);
  return phase.name === "checking" ? phase.slow?.buttons.map(({ id }) => id) ?? [] : [];
}

const completed = (options: unknown, at = 100): SendEvent => ({ type: "completed", options, at });
const held = { allowEvent: false, errorMessage: "No.", commandId: "OpenPane", cancelLabel: "Review", contextData: '{"a":1}' };

describe("a verdict", () => {
  test.each(SEND_MODES)("allowed goes at once under %s", (mode) => {
    const { phase, effects } = play(mode, [completed({ allowEvent: true })]);
    expect(phase).toEqual({ name: "sent", how: "allowed", ms: 100 });
    expect(effects).toEqual(["run-handler", "stop-handler", "deliver"]);
  });

  test.each<[SendMode, readonly ButtonId[]]>([
    ["Block", ["take-action", "dont-send"]],
    ["SoftBlock", ["take-action", "dont-send"]],
    ["PromptUser", ["take-action", "send-anyway", "dont-send"]],
  ])("refused under %s offers %j and sends nothing", (mode, buttons) => {
    const { phase, effects } = play(mode, [completed(held)]);
    expect(buttonsOf(phase)).toEqual(buttons);
    expect(effects).not.toContain("deliver");
  });

  test("an override loosens the mode", () => {
    const { phase } = play("Block", [completed({ ...held, sendModeOverride: "promptUser" })]);
    expect(buttonsOf(phase)).toContain("send-anyway");
  });

  test.each([undefined, null, "yes", {}, { allowEvent: "true" }, { allowEvent: 1 }])("%j as options is no permission", (options) => {
    expect(play("Block", [completed(options)]).phase.name).toBe("alert");
  });

  test("texts are cut at 500, the button's label at 20 characters", () => {
    const { phase } = play("Block", [completed({ ...held, errorMessage: "x".repeat(600), errorMessageMarkdown: "y".repeat(600), cancelLabel: "z".repeat(30) })]);
    if (phase.name !== "alert") throw new Error("held");
    expect([phase.alert.text?.length, phase.alert.markdown?.length, phase.alert.buttons[0]?.label?.length]).toEqual([500, 500, 20]);
  });

  test("without a command the label and the context have no effect", () => {
    const { phase } = play("Block", [completed({ allowEvent: false, errorMessage: "No.", cancelLabel: "Review", contextData: "x" })]);
    expect(phase).toMatchObject({ name: "alert", alert: { buttons: [{ id: "dont-send" }] } });
    expect(phase).not.toHaveProperty("alert.contextData");
  });

  test("with an unknown command the button merely cancels", () => {
    const { phase } = play("Block", [completed({ ...held, commandId: "Nowhere" })]);
    expect(buttonsOf(phase)).toEqual(["dont-send", "dont-send"]);
  });

  test("Take Action opens the pane and sends nothing", () => {
    const { phase, effects } = play("Block", [completed(held), { type: "press", button: "take-action", at: 200 }]);
    expect(phase.name).toBe("composing");
    expect(effects).toEqual(["run-handler", "stop-handler", "open-pane"]);
  });

  test("a button that is not shown does nothing", () => {
    const { phase } = play("Block", [completed(held), { type: "press", button: "send-anyway", at: 200 }]);
    expect(phase.name).toBe("alert");
  });

  test("what comes after the end changes nothing", () => {
    const end = play("Block", [completed(held), completed({ allowEvent: true }), { type: "time", at: TIMEOUT_AFTER }]);
    expect(end.phase.name).toBe("alert");
    expect(end.effects).not.toContain("deliver");
  });
});

describe("no verdict", () => {
  const slow: SendEvent = { type: "time", at: SLOW_AFTER };
  const late: SendEvent = { type: "time", at: TIMEOUT_AFTER };

  test("nothing is shown before 5 s", () => {
    expect(play("Block", [{ type: "time", at: SLOW_AFTER - 1 }]).phase).toEqual({ name: "checking", mode: "Block", since: 0 });
  });

  test.each<[SendMode, readonly ButtonId[]]>([
    ["Block", ["dont-send"]], ["SoftBlock", ["dont-send"]], ["PromptUser", ["send-anyway", "dont-send"]],
  ])("after 5 s under %s: %j", (mode, buttons) => {
    expect(buttonsOf(play(mode, [slow]).phase)).toEqual(buttons);
  });

  test("a verdict after the notice still counts", () => {
    expect(play("Block", [slow, completed({ allowEvent: true }, 6000)]).phase).toEqual({ name: "sent", how: "allowed", ms: 6000 });
  });

  test("leaving at the notice stops the handler", () => {
    const { phase, effects } = play("Block", [slow, { type: "press", button: "dont-send", at: 6000 }]);
    expect(phase.name).toBe("composing");
    expect(effects).toEqual(["run-handler", "stop-handler"]);
  });

  test.each<[SendMode, readonly ButtonId[]]>([
    ["Block", ["dont-send"]], ["SoftBlock", ["dont-send"]], ["PromptUser", ["send-anyway", "dont-send"]],
  ])("after 5 min under %s: %j, and the handler is stopped", (mode, buttons) => {
    const { phase, effects } = play(mode, [slow, late]);
    expect(phase).toMatchObject({ name: "alert", alert: { kind: "timed-out" }, ms: TIMEOUT_AFTER });
    expect(buttonsOf(phase)).toEqual(buttons);
    expect(effects).toEqual(["run-handler", "stop-handler"]);
  });

  test.each<[SendMode, readonly ButtonId[]]>([
    ["Block", ["dont-send"]], ["SoftBlock", ["send-anyway", "try-later"]], ["PromptUser", ["send-anyway", "try-later"]],
  ])("unavailable under %s: %j", (mode, buttons) => {
    expect(buttonsOf(play(mode, [{ type: "unavailable", at: 10 }]).phase)).toEqual(buttons);
  });

  test("unavailable under SoftBlock: Send Anyway sends", () => {
    const { phase, effects } = play("SoftBlock", [{ type: "unavailable", at: 10 }, { type: "press", button: "send-anyway", at: 20 }]);
    expect(phase).toMatchObject({ name: "sent", how: "anyway" });
    expect(effects).toContain("deliver");
  });

  test.each<[SendMode, boolean]>([["Block", false], ["SoftBlock", false], ["PromptUser", true]])("a failed add-in under %s may be passed over: %s", (mode, may) => {
    expect(buttonsOf(play(mode, [{ type: "failed", at: 10 }]).phase).includes("send-anyway")).toBe(may);
  });
});
