import { MessageBar, MessageBarBody, Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { Ref } from "react";
import type { PaneEffects } from "../load.ts";
import { standing } from "../state.ts";
import type { PaneState } from "../state.ts";
import { useSpeech } from "../use-wording.ts";
import { CheckBar } from "./CheckBar.tsx";
import { FaultNote } from "./FaultNote.tsx";
import { FoundSection } from "./FoundSection.tsx";
import { VerdictSection } from "./VerdictSection.tsx";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
  text: { whiteSpace: "normal" },
});

export interface FindingsViewProps {
  readonly state: PaneState;
  readonly effects: Pick<PaneEffects, "check" | "record" | "remove" | "canRemove">;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** The open draft: its verdict, what to do about it, and what was found where. */
export function FindingsView({ state, effects, headingRef }: FindingsViewProps) {
  const styles = useStyles();
  const { w } = useSpeech();
  const reasonRef = useRef<HTMLDivElement>(null);
  const { check } = state;
  const onCheck = (): void => void effects.check(true);
  if (check.kind === "loading") return <Spinner label={state.reading === undefined ? w.banner.loading : w.reading(state.reading.read, state.reading.of)} labelPosition="below" />;
  if (check.kind === "fault") {
    const onFault = state.policy?.policy.onFault;
    return <FaultNote code={check.code} onFault={onFault} checking={state.refreshing === "asked"} headingRef={headingRef} onRetry={onCheck} />;
  }
  const { checked } = check;
  const asksOfFiles = standing(state) === "confirm" && checked.verdict.reasons.some(({ code, then }) => code === "unread-attachment" && then === "confirm");
  return (
    <div className={styles.root}>
      <VerdictSection state={state} checked={checked} headingRef={headingRef} onRecord={(reason) => void effects.record(checked, reason)} reasonRef={reasonRef} />
      <CheckBar at={checked.at} checking={state.refreshing === "asked"} reading={state.reading} onCheck={onCheck} />
      {state.removeFailed && <MessageBar intent="error" layout="multiline"><MessageBarBody className={styles.text}>{w.removeFailed}</MessageBarBody></MessageBar>}
      <FoundSection
        checked={checked}
        onRemove={effects.canRemove ? (index) => void effects.remove(checked, index) : undefined}
        onLooked={asksOfFiles ? () => reasonRef.current?.querySelector("input")?.focus() : undefined}
      />
    </div>
  );
}
