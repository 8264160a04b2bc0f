/** What a screen reader is told without asking. One text for one state, so that a quiet check that changes nothing stays silent. */
import { syncProblem } from "./settings/sync-problem.ts";
import { standing } from "./state.ts";
import type { PaneState } from "./state.ts";
import type { Wording } from "./wording.ts";

export function spokenOf(state: PaneState, w: Wording): string {
  if (state.view === "settings") {
    switch (state.sync.kind) {
      case "idle":
        return "";
      case "running":
        return w.syncing;
      case "done":
        if (state.sync.problem !== undefined) return w.problems[syncProblem(state.sync.problem)];
        return state.policy === undefined ? "" : w.synced(state.policy.policy.version);
    }
  }
  // Once, not for each file: the numbers stand on the screen.
  if (state.refreshing === "asked" || state.check.kind === "loading") return state.reading === undefined ? (state.refreshing === "asked" ? w.checking : w.banner.loading) : w.readingFiles;
  const now = standing(state);
  if (now === "recorded") return `${w.banner.recorded}. ${w.recordedBody}`;
  if (now === "confirm" && state.override.kind === "void") return `${w.banner.confirm}. ${w.voided}`;
  if (now === "confirm" && state.override.kind === "failed") return w.recordFailed;
  return w.banner[now];
}
