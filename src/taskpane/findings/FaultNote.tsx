import { Button } from "@fluentui/react-components";
import type { Ref } from "react";
import type { ErrorCode, Policy } from "../../contract/index.ts";
import { useSpeech } from "../use-wording.ts";
import { faultKind } from "./fault-kind.ts";
import { Paragraph } from "../Paragraph.tsx";
import { VerdictBanner } from "./VerdictBanner.tsx";

export interface FaultNoteProps {
  readonly code: ErrorCode;
  readonly onFault: Policy["onFault"] | undefined;
  readonly checking: boolean;
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly onRetry: () => void;
}

/** The draft could not be judged: says what to do, and what Send will do meanwhile. */
export function FaultNote({ code, onFault, checking, headingRef, onRetry }: FaultNoteProps) {
  const { w } = useSpeech();
  return (
    <VerdictBanner standing="fault" headingRef={headingRef}>
      <Paragraph>{w.faults[faultKind(code)]}</Paragraph>
      {onFault !== undefined && <Paragraph>{w.faultAtSend[onFault]}</Paragraph>}
      <Paragraph quiet>{w.faultCode(code)}</Paragraph>
      <div>
        <Button disabledFocusable={checking} onClick={onRetry}>{checking ? w.checking : w.retry}</Button>
      </div>
    </VerdictBanner>
  );
}
