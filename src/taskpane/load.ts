/** The pane's effects: what it asks of the world, and when. Answers come back as actions. */
import { codeOf } from "../contract/index.ts";
import type { OverrideReason } from "../contract/index.ts";
import type { Checked, PaneEvent, PanePorts } from "./ports.ts";
import type { PaneAction } from "./state.ts";

/** ms. There is no event for edits to the text, so a recorded reason is held against the draft again and again while it is on show. */
const WATCH_EVERY = 3000;

export interface PaneEffects {
  /** First check and policy, then checks on events. Gives back the way to stop. */
  start(): () => void;
  check(asked: boolean): Promise<void>;
  record(checked: Checked, reason: OverrideReason): Promise<void>;
  /** Takes an attachment off, then checks what is left. */
  remove(checked: Checked, index: number): Promise<void>;
  readonly canRemove: boolean;
  /** Asks for the whole message to be protected, or takes that back, then checks. */
  protect(wanted: boolean): Promise<void>;
  /** Watches the draft that a recorded reason is for, until stopped. */
  watch(digest: string): () => void;
  sync(): Promise<void>;
}

type Dispatch = (action: PaneAction) => void;
type Check = (asked: boolean) => Promise<void>;

function createChecks(ports: PanePorts, dispatch: Dispatch) {
  let runs = 0;
  /** Digest of the newest finished check; undefined after one that failed. */
  let seen: string | undefined;

  const check: Check = async (asked) => {
    const run = ++runs;
    dispatch({ type: "check-started", run, asked });
    try {
      const checked = await ports.check((read, of) => dispatch({ type: "attachment-read", run, read, of }));
      // A reason that cannot be read does not count: the clinician gives it again, the check itself stands.
      const override = await ports.readOverride().catch(() => undefined);
      if (run === runs) seen = checked.digest;
      dispatch({ type: "check-finished", run, checked, override });
    } catch (thrown) {
      if (run === runs) seen = undefined;
      dispatch({ type: "check-failed", run, code: codeOf(thrown) });
    }
  };

  /** Checks anew only when the draft is not the one last checked: reading every attachment on each click would be felt. */
  async function checkIfChanged(): Promise<void> {
    const now = await ports.digest().catch(() => undefined);
    if (now === undefined || now !== seen) await check(false);
  }

  return { check, checkIfChanged };
}

async function record(ports: PanePorts, dispatch: Dispatch, check: Check, checked: Checked, reason: OverrideReason): Promise<void> {
  dispatch({ type: "override-started" });
  try {
    // Looked at once more, so that no reason is recorded for a draft that is no longer there.
    if ((await ports.digest()) !== checked.digest) {
      dispatch({ type: "override-voided" });
      await check(false);
      return;
    }
    dispatch({ type: "override-recorded", override: await ports.recordOverride(checked, reason) });
  } catch (thrown) {
    dispatch({ type: "override-failed", code: codeOf(thrown) });
  }
}

export function createEffects(ports: PanePorts, dispatch: Dispatch): PaneEffects {
  const { check, checkIfChanged } = createChecks(ports, dispatch);

  /** An old context may be handed over again; it only moves the view, so that does no harm. */
  async function lookForSummons(): Promise<void> {
    const context = await ports.context();
    if (context !== undefined) dispatch({ type: "summoned" });
  }

  function heard(event: PaneEvent): void {
    if (event === "theme") {
      dispatch({ type: "theme-seen", dark: ports.isDark() });
      return;
    }
    if (event === "context") void lookForSummons();
    void (event === "focus" ? checkIfChanged() : check(false));
  }

  return {
    check,
    canRemove: ports.canRemoveAttachment(),
    async remove(checked, index) {
      try {
        await ports.removeAttachment(checked, index);
        await check(true);
      } catch {
        dispatch({ type: "remove-failed" });
      }
    },
    async protect(wanted) {
      try {
        await ports.protect(wanted);
        await check(true);
      } catch {
        dispatch({ type: "protect-failed", wanted });
      }
    },
    record: (checked, reason) => record(ports, dispatch, check, checked, reason),
    watch(digest) {
      let asking = false;
      return ports.every(WATCH_EVERY, () => {
        if (asking) return;
        asking = true;
        void ports.digest().catch(() => undefined)
          .then((now) => (now === digest ? undefined : check(false)))
          .then(() => {
            asking = false;
          });
      });
    },
    async sync() {
      dispatch({ type: "sync-started" });
      dispatch({ type: "sync-finished", result: await ports.sync() });
      // A new policy may judge the open draft otherwise.
      await check(false);
    },
    start() {
      void lookForSummons();
      void check(false);
      void ports.policy().then((policy) => dispatch({ type: "policy-loaded", policy }));
      void ports.flush();
      return ports.listen(heard);
    },
  };
}
