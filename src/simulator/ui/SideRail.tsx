import { Button, Caption1, Caption1Strong, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { FolderOpen20Regular } from "@fluentui/react-icons/svg/folder-open";
import { MailAdd20Regular } from "@fluentui/react-icons/svg/mail-add";
import { useRef, useState } from "react";
import type { Message } from "../host/state.ts";
import { readEml } from "./eml.ts";
import { NARROW } from "./narrow.ts";
import { SAMPLES } from "./samples.ts";
import { useApp, useSelect, useWords } from "./use-app.ts";

const useStyles = makeStyles({
  rail: {
    width: "236px", flexShrink: 0, display: "flex", flexDirection: "column", gap: "6px", padding: "12px 4px 12px 12px", overflowY: "auto",
    // Not so high that the message is out of sight.
    [NARROW]: { width: "auto", maxHeight: "176px", boxSizing: "border-box", paddingRight: "12px" },
    "& > *": { flexShrink: 0 },
  },
  heading: { margin: "10px 8px 2px", color: tokens.colorNeutralForeground2 },
  item: {
    display: "flex", flexDirection: "column", alignItems: "flex-start", width: "100%", padding: "6px 10px", textAlign: "left", cursor: "pointer",
    border: "none", borderRadius: tokens.borderRadiusMedium, backgroundColor: "transparent", color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300,
    ":hover": { backgroundColor: tokens.colorNeutralBackground3Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  selected: { backgroundColor: tokens.colorNeutralBackground1Selected, fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground3 },
  ellipsis: { width: "100%", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

interface SideRailProps {
  readonly view: number | undefined;
  readonly onCompose: () => void;
  readonly onSent: (index: number) => void;
}

export function SideRail({ view, onCompose, onSent }: SideRailProps) {
  const styles = useStyles();
  const words = useWords();
  const { session, newId } = useApp();
  const sent = useSelect((state) => state.sent);
  const language = useSelect((state) => state.settings.locale) === "es-es" ? "es" : "en";
  const file = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState(false);
  const open = (content: Partial<Message>, kind: "new" | "stored"): void => {
    onCompose();
    setProblem(false);
    session.open(content, kind);
  };
  const openEml = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const content = await readEml(await chosen.arrayBuffer(), newId).catch(() => undefined);
    if (content === undefined) setProblem(true);
    else open(content, "stored");
  };
  return (
    <nav className={styles.rail} aria-label={words.samples}>
      <Button appearance="primary" icon={<MailAdd20Regular />} onClick={() => open({}, "new")}>{words.newMessage}</Button>
      <Button icon={<FolderOpen20Regular />} onClick={() => file.current?.click()}>{words.openEml}</Button>
      <input
        ref={file} type="file" accept=".eml,message/rfc822" hidden
        onChange={({ target }) => {
          void openEml(target.files?.[0]);
          target.value = "";
        }}
      />
      {problem ? <Caption1 role="alert">{words.unreadableEml}</Caption1> : null}
      <Caption1Strong as="h2" className={styles.heading}>{words.samples}</Caption1Strong>
      {SAMPLES.map(({ id, title, hint, content }) => (
        <button key={id} type="button" className={styles.item} data-testid={`sample-${id}`} onClick={() => open(content, "new")}>
          {title[language]}
          <Caption1 className={styles.hint}>{hint[language]}</Caption1>
        </button>
      ))}
      <Caption1Strong as="h2" className={styles.heading}>{words.sent}</Caption1Strong>
      {sent.length === 0 ? <Caption1 className={styles.hint} style={{ padding: "0 10px" }}>{words.nothingSent}</Caption1> : null}
      {sent.map(({ message }, position) => {
        const index = sent.length - 1 - position;
        return (
          <button
            key={message.key} type="button" aria-current={view === index}
            className={mergeClasses(styles.item, view === index && styles.selected)} onClick={() => onSent(index)}
          >
            <span className={styles.ellipsis}>{message.subject || "–"}</span>
            <Caption1 className={mergeClasses(styles.hint, styles.ellipsis)}>{message.to[0]?.name}</Caption1>
          </button>
        );
      })}
    </nav>
  );
}
