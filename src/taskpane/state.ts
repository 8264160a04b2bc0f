/** The pane's state and every way it changes. Pure: effects live in `load.ts`. */
import type { PolicyInUse, SyncResult } from "../client/index.ts";
import type { ErrorCode, Override } from "../contract/index.ts";
import type { Checked } from "./ports.ts";

export type View = "findings" | "settings";

export type CheckState =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly checked: Checked }
  | { readonly kind: "fault"; readonly code: ErrorCode };

export type OverrideState =
  | { readonly kind: "none" }
  | { readonly kind: "recording" }
  | { readonly kind: "recorded"; readonly override: Override }
  | { readonly kind: "void" }
  | { readonly kind: "failed"; readonly code: ErrorCode };

export type SyncState = { readonly kind: "idle" } | { readonly kind: "running" } | { readonly kind: "done"; readonly problem?: ErrorCode };

export interface PaneState {
  readonly view: View;
  readonly check: CheckState;
  /** Number of the newest check; the answer of an older one is dropped. */
  readonly run: number;
  /** `asked`: a person pressed the button, so progress is shown and said; checks of our own accord stay quiet. */
  readonly refreshing: "no" | "quietly" | "asked";
  /** Attachments that the running check has read, where there are any. */
  readonly reading?: { readonly read: number; readonly of: number } | undefined;
  /** An attachment could not be taken off. */
  readonly removeFailed: boolean;
  /** Protection could not be asked for, or not be taken back. */
  readonly protectFailed?: "ask" | "unask" | undefined;
  readonly override: OverrideState;
  readonly policy: PolicyInUse | undefined;
  readonly sync: SyncState;
  /** Counts how often Smart Alerts sent the clinician here, who then wants the verdict first. */
  readonly summoned: number;
  readonly dark: boolean;
}

export type PaneAction =
  | { readonly type: "view-chosen"; readonly view: View }
  | { readonly type: "summoned" }
  | { readonly type: "theme-seen"; readonly dark: boolean }
  | { readonly type: "check-started"; readonly run: number; readonly asked: boolean }
  | { readonly type: "attachment-read"; readonly run: number; readonly read: number; readonly of: number }
  | { readonly type: "remove-failed" }
  | { readonly type: "protect-failed"; readonly wanted: boolean }
  | { readonly type: "check-finished"; readonly run: number; readonly checked: Checked; readonly override: Override | undefined }
  | { readonly type: "check-failed"; readonly run: number; readonly code: ErrorCode }
  | { readonly type: "override-started" }
  | { readonly type: "override-recorded"; readonly override: Override }
  | { readonly type: "override-voided" }
  | { readonly type: "override-failed"; readonly code: ErrorCode }
  | { readonly type: "policy-loaded"; readonly policy: PolicyInUse }
  | { readonly type: "sync-started" }
  | { readonly type: "sync-finished"; readonly result: SyncResult };

export const INITIAL_STATE: PaneState = {
  view: "findings",
  check: { kind: "loading" },
  run: 0,
  refreshing: "no",
  removeFailed: false,
  override: { kind: "none" },
  policy: undefined,
  sync: { kind: "idle" },
  summoned: 0,
  dark: false,
};

/** A reason counts only for the very draft it was given for; one being recorded right now keeps its place. */
function overrideAfter(state: OverrideState, checked: Checked, found: Override | undefined): OverrideState {
  if (state.kind === "recording") return state;
  if (checked.verdict.action !== "confirm") return { kind: "none" };
  const override = found ?? (state.kind === "recorded" ? state.override : undefined);
  if (override === undefined) return state.kind === "void" ? state : { kind: "none" };
  return override.digest === checked.digest ? { kind: "recorded", override } : { kind: "void" };
}

function afterCheck(state: PaneState, action: Extract<PaneAction, { readonly type: "check-finished" }>): PaneState {
  if (action.run !== state.run) return state;
  const { checked, override } = action;
  return { ...state, refreshing: "no", reading: undefined, check: { kind: "ready", checked }, override: overrideAfter(state.override, checked, override) };
}

export function reduce(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case "view-chosen":
      return { ...state, view: action.view };
    case "summoned":
      return { ...state, view: "findings", summoned: state.summoned + 1 };
    case "theme-seen":
      return { ...state, dark: action.dark };
    case "check-started":
      return action.run <= state.run ? state : { ...state, run: action.run, reading: undefined, removeFailed: false, protectFailed: undefined, refreshing: action.asked ? "asked" : "quietly" };
    case "attachment-read":
      return action.run !== state.run || state.refreshing === "no" ? state : { ...state, reading: { read: action.read, of: action.of } };
    case "remove-failed":
      return { ...state, removeFailed: true };
    case "protect-failed":
      return { ...state, protectFailed: action.wanted ? "ask" : "unask" };
    case "check-finished":
      return afterCheck(state, action);
    case "check-failed":
      // An earlier verdict says nothing of a draft that could not be read: it is dropped, not kept on show.
      return action.run !== state.run ? state : { ...state, refreshing: "no", reading: undefined, check: { kind: "fault", code: action.code } };
    case "override-started":
      return { ...state, override: { kind: "recording" } };
    case "override-recorded":
      return { ...state, override: { kind: "recorded", override: action.override } };
    case "override-voided":
      return { ...state, override: { kind: "void" } };
    case "override-failed":
      return { ...state, override: { kind: "failed", code: action.code } };
    case "policy-loaded":
      return { ...state, policy: action.policy };
    case "sync-started":
      return { ...state, sync: { kind: "running" } };
    case "sync-finished": {
      const { now, problem } = action.result;
      return { ...state, policy: now, sync: { kind: "done", ...(problem === undefined ? {} : { problem }) } };
    }
  }
}

/** The message is protected because the sender asked for it. */
export function isAsked({ check }: PaneState): boolean {
  return check.kind === "ready" && check.checked.verdict.reasons.some(({ code }) => code === "asked");
}

/** What the banner shows. `recorded` is a `confirm` whose reason still counts. */
export type Standing = "loading" | "fault" | "allow" | "protect" | "confirm" | "block" | "recorded";

export function standing(state: PaneState): Standing {
  if (state.check.kind !== "ready") return state.check.kind;
  const { action } = state.check.checked.verdict;
  return action === "confirm" && state.override.kind === "recorded" ? "recorded" : action;
}
