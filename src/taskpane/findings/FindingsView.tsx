import { MessageBar, MessageBarBody, Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { Ref } from "react";
import type { PaneEffects } from "../load.ts";
import { offersProtection } from "../../decide/index.ts";
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
  readonly effects: Pick<PaneEffects, "check" | "record" | "remove" | "canRemove" | "protect">;
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
  const failures = [
    ...(state.removeFailed ? [w.removeFailed] : []), ...(state.protectFailed === undefined ? [] : [state.protectFailed === "ask" ? w.protectFailed : w.unprotectFailed]),
  ];
  const mayProtect = standing(state) === "allow" && state.policy !== undefined && offersProtection(state.policy.policy);
  return (
    <div className={styles.root}>
      <VerdictSection
        state={state}
        checked={checked}
        headingRef={headingRef}
        onRecord={(reason) => void effects.record(checked, reason)}
        onUnprotect={() => void effects.protect(false)}
        reasonRef={reasonRef}
      />
      <CheckBar at={checked.at} checking={state.refreshing === "asked"} reading={state.reading} onCheck={onCheck} />
      {failures.map((failure) => <MessageBar key={failure} intent="error" layout="multiline"><MessageBarBody className={styles.text}>{failure}</MessageBarBody></MessageBar>)}
      <FoundSection
        checked={checked}
        onRemove={effects.canRemove ? (index) => void effects.remove(checked, index) : undefined}
        onProtect={mayProtect ? () => void effects.protect(true) : undefined}
        onLooked={asksOfFiles ? () => reasonRef.current?.querySelector("input")?.focus() : undefined}
      />
    </div>
  );
}
