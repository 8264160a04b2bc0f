import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowSync20Regular } from "@fluentui/react-icons/svg/arrow-sync";
import { timeInWords } from "../dates.ts";
import { useSpeech } from "../use-wording.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalXS },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

export interface CheckBarProps {
  readonly at: string;
  readonly checking: boolean;
  readonly reading?: { readonly read: number; readonly of: number } | undefined;
  readonly onCheck: () => void;
}

/** "Check again": Outlook has no event for edits to the text. */
export function CheckBar({ at, checking, reading, onCheck }: CheckBarProps) {
  const styles = useStyles();
  const { w, locale } = useSpeech();
  return (
    <div className={styles.root}>
      <Button icon={<ArrowSync20Regular />} disabledFocusable={checking} onClick={onCheck}>{checking ? w.checking : w.checkAgain}</Button>
      <p className={styles.note}>{checking && reading !== undefined ? w.reading(reading.read, reading.of) : w.checkedAt(timeInWords(at, locale))}</p>
    </div>
  );
}
