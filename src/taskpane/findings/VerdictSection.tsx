import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Ref } from "react";
import type { OverrideReason } from "../../contract/index.ts";
import { explainReasons } from "../../decide/index.ts";
import type { Checked } from "../ports.ts";
import { isAsked, standing } from "../state.ts";
import type { PaneState } from "../state.ts";
import { useSpeech } from "../use-wording.ts";
import { ChangeList } from "./ChangeList.tsx";
import { OverrideForm } from "./OverrideForm.tsx";
import { Paragraph } from "../Paragraph.tsx";
import { VerdictBanner } from "./VerdictBanner.tsx";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  back: { alignSelf: "flex-start" },
});

export interface VerdictSectionProps {
  readonly state: PaneState;
  readonly checked: Checked;
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly onRecord: (reason: OverrideReason) => void;
  /** Takes back the protection that was asked for. */
  readonly onUnprotect: () => void;
  readonly reasonRef?: Ref<HTMLDivElement> | undefined;
}

/** The verdict and what the clinician can do about it. */
export function VerdictSection({ state, checked, headingRef, onRecord, onUnprotect, reasonRef }: VerdictSectionProps) {
  const styles = useStyles();
  const { w, locale } = useSpeech();
  const now = standing(state);
  const recorded = state.override.kind === "recorded" ? state.override.override : undefined;
  if (now === "loading") return null;
  return (
    <section className={styles.root}>
      <VerdictBanner standing={now} headingRef={headingRef}>
        {now === "recorded" && recorded !== undefined ? (
          <>
            <Paragraph>{w.recordedBody}</Paragraph>
            <Paragraph>{w.recordedReason(w.reasons[recorded.reason])}</Paragraph>
            <Paragraph>{w.protectedHow}</Paragraph>
          </>
        ) : (
          <>
            {explainReasons(checked.verdict, locale).map((reason) => <Paragraph key={reason}>{reason}</Paragraph>)}
            {now === "allow" && <Paragraph>{w.allowed}</Paragraph>}
            {now === "protect" && <Paragraph>{w.protectedHow}</Paragraph>}
          </>
        )}
      </VerdictBanner>
      {now === "protect" && isAsked(state) && <Button className={styles.back} size="small" onClick={onUnprotect}>{w.unprotect}</Button>}
      {now === "block" && <ChangeList verdict={checked.verdict} />}
      {now === "confirm" && <OverrideForm override={state.override} onRecord={onRecord} reasonRef={reasonRef} />}
    </section>
  );
}
