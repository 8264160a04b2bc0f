import { Spinner, makeStyles, tokens } from "@fluentui/react-components";
import type { Ref } from "react";
import type { PaneEffects } from "../load.ts";
import type { PaneState } from "../state.ts";
import { useSpeech } from "../use-wording.ts";
import { CheckBar } from "./CheckBar.tsx";
import { FaultNote } from "./FaultNote.tsx";
import { FoundSection } from "./FoundSection.tsx";
import { VerdictSection } from "./VerdictSection.tsx";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
});

export interface FindingsViewProps {
  readonly state: PaneState;
  readonly effects: Pick<PaneEffects, "check" | "record">;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** The open draft: its verdict, what to do about it, and what was found where. */
export function FindingsView({ state, effects, headingRef }: FindingsViewProps) {
  const styles = useStyles();
  const { w } = useSpeech();
  const { check } = state;
  const onCheck = (): void => void effects.check(true);
  if (check.kind === "loading") return <Spinner label={w.banner.loading} labelPosition="below" />;
  if (check.kind === "fault") {
    const onFault = state.policy?.policy.onFault;
    return <FaultNote code={check.code} onFault={onFault} checking={state.refreshing === "asked"} headingRef={headingRef} onRetry={onCheck} />;
  }
  const { checked } = check;
  return (
    <div className={styles.root}>
      <VerdictSection state={state} checked={checked} headingRef={headingRef} onRecord={(reason) => void effects.record(checked, reason)} />
      <CheckBar at={checked.at} checking={state.refreshing === "asked"} onCheck={onCheck} />
      <FoundSection checked={checked} />
    </div>
  );
}
