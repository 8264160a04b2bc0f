import { Badge, Body1, Body1Strong, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Subtitle1, tokens } from "@fluentui/react-components";
import { LockClosed16Regular } from "@fluentui/react-icons/svg/lock-closed";
import type { ReactNode } from "react";
import { labelName } from "../host/labels.ts";
import { FIELDS } from "../host/state.ts";
import type { Person } from "../host/state.ts";
import { forEditor } from "./html.ts";
import { useSelect, useWords } from "./use-app.ts";

const useStyles = makeStyles({
  card: {
    flex: 1, minHeight: 0, overflowY: "auto", display: "flex", flexDirection: "column", gap: "14px", padding: "20px 24px",
    backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusMedium, boxShadow: tokens.shadow4,
  },
  facts: { display: "grid", gridTemplateColumns: "140px minmax(0, 1fr)", rowGap: "8px", columnGap: "12px", margin: 0 },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  header: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: "anywhere" },
  body: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: "14px", lineHeight: "1.5", fontFamily: "Calibri, Carlito, Arial, sans-serif", fontSize: "15px" },
  text: { whiteSpace: "pre-wrap" },
});

function Fact({ name, children, testId }: { readonly name: string; readonly children: ReactNode; readonly testId?: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}><Body1>{name}</Body1></dt>
      <dd className={styles.value} data-testid={testId}><Body1>{children}</Body1></dd>
    </>
  );
}

const named = ({ name, address }: Person): string => (name === address ? address : `${name} <${address}>`);

/** A sent message as a mail server would see it. */
export function SentView({ index }: { readonly index: number }) {
  const styles = useStyles();
  const words = useWords();
  const sent = useSelect((state) => state.sent[state.sent.length - 1 - index]);
  const labels = useSelect((state) => state.labels);
  if (sent === undefined) return null;
  const { message, from, how } = sent;
  const headers = Object.entries(message.headers);
  const label = labelName(labels, message.label);
  return (
    <article className={styles.card} aria-label={words.sent} data-testid="sent">
      <MessageBar intent={how === "allowed" ? "success" : "warning"}>
        <MessageBarBody>
          <MessageBarTitle>{how === "allowed" ? words.messageSent : words.sentAnyway}</MessageBarTitle>
          {words.sentNote}
        </MessageBarBody>
      </MessageBar>
      <Subtitle1 as="h2" style={{ margin: 0 }}>{message.subject || "–"}</Subtitle1>
      <dl className={styles.facts}>
        <Fact name={words.from}>{named(from)}</Fact>
        {FIELDS.filter((field) => message[field].length > 0).map((field) => (
          <Fact key={field} name={words[field]}>{message[field].map(named).join("; ")}</Fact>
        ))}
        <Fact name={words.label} testId="sent-label">
          {label === undefined ? words.none : <Badge appearance="tint" color="warning" size="large" icon={<LockClosed16Regular />}>{label}</Badge>}
        </Fact>
        <Fact name={words.headers} testId="sent-headers">
          {headers.length === 0 ? words.none : headers.map(([name, value]) => (
            <span key={name} className={styles.header} style={{ display: "block" }}><Body1Strong style={{ fontFamily: "inherit" }}>{name}:</Body1Strong> {value}</span>
          ))}
        </Fact>
        {message.attachments.length === 0 ? null : <Fact name={words.attachments}>{message.attachments.map(({ name }) => name).join(", ")}</Fact>}
      </dl>
      {message.format === "html"
        ? <div className={styles.body} dangerouslySetInnerHTML={{ __html: forEditor(message.body) }} />
        : <div className={`${styles.body} ${styles.text}`}>{message.body}</div>}
    </article>
  );
}
