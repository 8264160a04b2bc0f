import { Button, Field, MessageBar, MessageBarBody, Radio, RadioGroup, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { OVERRIDE_REASONS } from "../../contract/index.ts";
import type { Ref } from "react";
import type { OverrideReason } from "../../contract/index.ts";
import type { OverrideState } from "../state.ts";
import { useSpeech } from "../use-wording.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, margin: 0 },
  bar: { height: "auto" },
  text: { whiteSpace: "normal" },
});

export interface OverrideFormProps {
  readonly override: OverrideState;
  readonly onRecord: (reason: OverrideReason) => void;
  /** For who is led here from a file. */
  readonly reasonRef?: Ref<HTMLDivElement> | undefined;
}

/** Takes the reason for a `confirm`: one of a fixed list, since free text could name the patient. No `<form>`: a host's frame may forbid submitting. */
export function OverrideForm({ override, onRecord, reasonRef }: OverrideFormProps) {
  const styles = useStyles();
  const { w } = useSpeech();
  const [reason, setReason] = useState<OverrideReason>();
  const [asked, setAsked] = useState(false);
  const recording = override.kind === "recording";
  const notice = override.kind === "void" ? w.voided : override.kind === "failed" ? w.recordFailed : undefined;

  const submit = (): void => {
    setAsked(true);
    if (reason !== undefined && !recording) onRecord(reason);
  };
  return (
    <div className={styles.root} ref={reasonRef}>
      {notice !== undefined && (
        <MessageBar className={styles.bar} intent={override.kind === "void" ? "warning" : "error"} layout="multiline">
          <MessageBarBody className={styles.text}>{notice}</MessageBarBody>
        </MessageBar>
      )}
      <Field
        label={w.reasonHeading}
        hint={w.reasonHint}
        required
        {...(asked && reason === undefined ? { validationState: "error", validationMessage: w.chooseFirst } : {})}
      >
        <RadioGroup value={reason ?? ""} onChange={(_, { value }) => setReason(OVERRIDE_REASONS.find((one) => one === value))}>
          {OVERRIDE_REASONS.map((one) => <Radio key={one} value={one} label={w.reasons[one]} />)}
        </RadioGroup>
      </Field>
      <Button appearance="primary" disabledFocusable={recording} onClick={submit}>{recording ? w.recording : w.record}</Button>
    </div>
  );
}
