import { Body1, Input, makeStyles, tokens } from "@fluentui/react-components";
import { editMessage } from "../host/state.ts";
import { useApp, useSelect, useWords } from "./use-app.ts";

export const useLineStyles = makeStyles({
  line: { display: "flex", alignItems: "center", gap: "8px", minHeight: "40px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { width: "56px", flexShrink: 0, color: tokens.colorNeutralForeground2 },
  grow: { flex: 1, minWidth: "120px", paddingLeft: 0, "& input": { paddingLeft: 0 } },
});

export function FromLine() {
  const styles = useLineStyles();
  const words = useWords();
  const user = useSelect((state) => state.user);
  return (
    <div className={styles.line}>
      <Body1 className={styles.name}>{words.from}</Body1>
      <Body1>{user.name === user.address ? user.address : `${user.name} <${user.address}>`}</Body1>
    </div>
  );
}

export function SubjectLine() {
  const styles = useLineStyles();
  const words = useWords();
  const { store } = useApp();
  const subject = useSelect((state) => state.message.subject);
  return (
    <div className={styles.line}>
      <Input
        className={styles.grow} appearance="filled-lighter" aria-label={words.subject} placeholder={words.subjectHint} maxLength={255}
        value={subject} style={{ fontWeight: tokens.fontWeightSemibold }} data-testid="subject"
        onChange={(_, { value }) => editMessage(store, () => ({ subject: value }))}
      />
    </div>
  );
}
