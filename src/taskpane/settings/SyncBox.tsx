import { Button, MessageBar, MessageBarBody, ProgressBar, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowSync20Regular } from "@fluentui/react-icons/svg/arrow-sync";
import type { PolicyInUse } from "../../client/index.ts";
import type { SyncState } from "../state.ts";
import { useSpeech } from "../use-wording.ts";
import { syncProblem } from "./sync-problem.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "stretch", rowGap: tokens.spacingVerticalS },
  button: { alignSelf: "flex-start" },
  text: { whiteSpace: "normal", overflowWrap: "anywhere" },
});

export interface SyncBoxProps {
  readonly sync: SyncState;
  readonly policy: PolicyInUse | undefined;
  readonly onSync: () => void;
}

/** "Sync now", how it went, and why the policy may not be the newest. The pane's own live region says it aloud. */
export function SyncBox({ sync, policy, onSync }: SyncBoxProps) {
  const styles = useStyles();
  const { w } = useSpeech();
  const running = sync.kind === "running";
  const problem = sync.kind === "done" ? sync.problem : policy?.problem;
  return (
    <div className={styles.root}>
      <Button className={styles.button} icon={<ArrowSync20Regular />} disabledFocusable={running} onClick={onSync}>
        {running ? w.syncing : w.sync}
      </Button>
      {running && <ProgressBar aria-label={w.syncing} />}
      {!running && problem !== undefined && (
        <MessageBar intent={problem === "POLICY_UNAVAILABLE" ? "warning" : "error"} layout="multiline">
          <MessageBarBody className={styles.text}>{w.problems[syncProblem(problem)]}</MessageBarBody>
        </MessageBar>
      )}
      {sync.kind === "done" && problem === undefined && policy !== undefined && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody className={styles.text}>{w.synced(policy.policy.version)}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
