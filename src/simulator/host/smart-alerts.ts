/**
 * What Outlook does between a press of Send and the end of it. Pure: the clock's readings come in with the events.
 * Source: Microsoft's Smart Alerts documentation; `docs/fidelity.md` says which lines are assumed.
 */
import type { SendMode } from "./send-mode.ts";

/** Milliseconds from Send to the "taking longer than expected" notice. */
export const SLOW_AFTER = 5_000;
/** Milliseconds from Send to Outlook's time-out. */
export const TIMEOUT_AFTER = 300_000;
const LONGEST_TEXT = 500;
const LONGEST_LABEL = 20;

export type ButtonId = "take-action" | "send-anyway" | "dont-send" | "try-later";
export interface AlertButton {
  readonly id: ButtonId;
  /** Set by the add-in; absent: Outlook's own word in the person's language. */
  readonly label?: string;
}

export interface Alert {
  readonly kind: "stopped" | "slow" | "timed-out" | "unavailable" | "failed";
  /** The add-in's own sentence; absent: Outlook's sentence for this kind. */
  readonly text?: string;
  readonly markdown?: string;
  readonly buttons: readonly AlertButton[];
  readonly contextData?: string;
}

export type Phase =
  | { readonly name: "composing" }
  | { readonly name: "checking"; readonly mode: SendMode; readonly since: number; readonly slow?: Alert }
  | { readonly name: "alert"; readonly alert: Alert; readonly ms: number }
  | { readonly name: "sent"; readonly how: "allowed" | "anyway"; readonly ms: number };

export type SendEvent =
  | { readonly type: "send"; readonly mode: SendMode; readonly at: number }
  | { readonly type: "time"; readonly at: number }
  | { readonly type: "completed"; readonly options: unknown; readonly at: number }
  | { readonly type: "unavailable"; readonly at: number }
  | { readonly type: "failed"; readonly at: number }
  | { readonly type: "press"; readonly button: ButtonId; readonly at: number }
  | { readonly type: "edit" };

/** What the host must do after a step. */
export type Effect = "run-handler" | "stop-handler" | "deliver" | "open-pane";

export interface Step {
  readonly phase: Phase;
  readonly effects: readonly Effect[];
}

export interface AddInFacts {
  /** `<Control id>` of every button of the manifest. */
  readonly commandIds: readonly string[];
  /** True where the host knows `errorMessageMarkdown` (Mailbox 1.15). */
  readonly markdown: boolean;
}

interface Completed {
  readonly allow: boolean;
  readonly errorMessage?: string;
  readonly markdown?: string;
  readonly cancelLabel?: string;
  readonly commandId?: string;
  readonly contextData?: string;
  readonly promptUser: boolean;
}

const DONT_SEND: AlertButton = { id: "dont-send" };
const SEND_ANYWAY: AlertButton = { id: "send-anyway" };

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Reads the options of `event.completed`. Only `allowEvent: true` lets a message go. */
function readCompleted(options: unknown): Completed {
  const given = (typeof options === "object" && options !== null ? options : {}) as Record<string, unknown>;
  const errorMessage = text(given["errorMessage"])?.slice(0, LONGEST_TEXT);
  const markdown = text(given["errorMessageMarkdown"])?.slice(0, LONGEST_TEXT);
  const cancelLabel = text(given["cancelLabel"])?.slice(0, LONGEST_LABEL);
  const commandId = text(given["commandId"]);
  const raw = given["contextData"];
  const contextData = raw === undefined ? undefined : typeof raw === "string" ? raw : JSON.stringify(raw);
  return {
    allow: given["allowEvent"] === true,
    promptUser: given["sendModeOverride"] === "promptUser",
    ...(errorMessage === undefined ? {} : { errorMessage }),
    ...(markdown === undefined ? {} : { markdown }),
    ...(cancelLabel === undefined ? {} : { cancelLabel }),
    ...(commandId === undefined ? {} : { commandId }),
    ...(contextData === undefined ? {} : { contextData }),
  };
}

/** The override can loosen the manifest's mode, never tighten it. */
function stopped(completed: Completed, manifestMode: SendMode, facts: AddInFacts): Alert {
  const mode = completed.promptUser ? "PromptUser" : manifestMode;
  const known = completed.commandId !== undefined && facts.commandIds.includes(completed.commandId);
  // Without a command the label has no effect; with an unknown command the button merely cancels.
  const action: readonly AlertButton[] = completed.commandId === undefined
    ? []
    : [{ id: known ? "take-action" : "dont-send", ...(completed.cancelLabel === undefined ? {} : { label: completed.cancelLabel }) }];
  const anyway = mode === "PromptUser" ? [SEND_ANYWAY] : [];
  const unlabelled = action[0]?.id === "dont-send" && action[0].label === undefined;
  return {
    kind: "stopped",
    buttons: [...action, ...anyway, ...(unlabelled ? [] : [DONT_SEND])],
    ...(completed.errorMessage === undefined ? {} : { text: completed.errorMessage }),
    ...(facts.markdown && completed.markdown !== undefined ? { markdown: completed.markdown } : {}),
    ...(known && completed.contextData !== undefined ? { contextData: completed.contextData } : {}),
  };
}

/** Where the add-in itself failed, the manifest's mode holds and an override is not looked at. */
function withoutVerdict(kind: Alert["kind"], mode: SendMode): Alert {
  const prompt = mode === "PromptUser";
  switch (kind) {
    case "unavailable":
      return { kind, buttons: mode === "Block" ? [DONT_SEND] : [SEND_ANYWAY, { id: "try-later" }] };
    default:
      return { kind, buttons: prompt ? [SEND_ANYWAY, DONT_SEND] : [DONT_SEND] };
  }
}

const stay = (phase: Phase): Step => ({ phase, effects: [] });
const back = (effects: readonly Effect[] = []): Step => ({ phase: { name: "composing" }, effects });

function checking(phase: Extract<Phase, { name: "checking" }>, event: SendEvent, facts: AddInFacts): Step {
  const alert = (what: Alert, at: number): Step =>
    ({ phase: { name: "alert", alert: what, ms: at - phase.since }, effects: ["stop-handler"] });
  switch (event.type) {
    case "time":
      if (event.at - phase.since >= TIMEOUT_AFTER) return alert(withoutVerdict("timed-out", phase.mode), event.at);
      if (event.at - phase.since < SLOW_AFTER || phase.slow) return stay(phase);
      return stay({ ...phase, slow: withoutVerdict("slow", phase.mode) });
    case "completed": {
      const completed = readCompleted(event.options);
      if (!completed.allow) return alert(stopped(completed, phase.mode, facts), event.at);
      return { phase: { name: "sent", how: "allowed", ms: event.at - phase.since }, effects: ["stop-handler", "deliver"] };
    }
    case "unavailable":
    case "failed":
      return alert(withoutVerdict(event.type, phase.mode), event.at);
    case "press":
      if (!phase.slow?.buttons.some((button) => button.id === event.button)) return stay(phase);
      if (event.button === "dont-send") return back(["stop-handler"]);
      return { phase: { name: "sent", how: "anyway", ms: event.at - phase.since }, effects: ["stop-handler", "deliver"] };
    default:
      return stay(phase);
  }
}

function alerted(phase: Extract<Phase, { name: "alert" }>, event: SendEvent): Step {
  if (event.type !== "press" || !phase.alert.buttons.some((button) => button.id === event.button)) return stay(phase);
  switch (event.button) {
    case "send-anyway":
      return { phase: { name: "sent", how: "anyway", ms: phase.ms }, effects: ["deliver"] };
    case "take-action":
      return back(["open-pane"]);
    default:
      return back();
  }
}

/** One step of the send. An event that does not fit the phase changes nothing; nothing but a verdict or a person's press delivers. */
export function step(phase: Phase, event: SendEvent, facts: AddInFacts): Step {
  switch (phase.name) {
    case "composing":
      if (event.type !== "send") return stay(phase);
      return { phase: { name: "checking", mode: event.mode, since: event.at }, effects: ["run-handler"] };
    case "checking":
      return checking(phase, event, facts);
    case "alert":
      return alerted(phase, event);
    case "sent":
      return event.type === "edit" ? back() : stay(phase);
  }
}
