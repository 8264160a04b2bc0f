import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { editMessage } from "../host/state.ts";
import { forEditor } from "./html.ts";
import { NARROW } from "./narrow.ts";
import { useApp, useSelect, useWords } from "./use-app.ts";

const useStyles = makeStyles({
  body: {
    flex: 1, minHeight: "80px", overflowY: "auto", [NARROW]: { minHeight: "240px" }, padding: "16px 20px", outline: "none", lineHeight: "1.5",
    fontFamily: "Calibri, Carlito, Arial, sans-serif", fontSize: "15px", color: tokens.colorNeutralForeground1, backgroundColor: "transparent",
    border: "none", resize: "none",
    ":empty::before": { content: "attr(data-hint)", color: tokens.colorNeutralForeground3 },
  },
});

function HtmlBody() {
  const styles = useStyles();
  const words = useWords();
  const { store } = useApp();
  const body = useSelect((state) => state.message.body);
  const element = useRef<HTMLDivElement>(null);
  /** What was last taken from the element: only a body from elsewhere is put into it, or the caret would jump. */
  const taken = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (element.current === null || body === taken.current) return;
    taken.current = body;
    element.current.innerHTML = forEditor(body);
  }, [body]);
  const take = (): void => {
    taken.current = element.current?.innerHTML ?? "";
    const html = taken.current;
    editMessage(store, () => ({ body: html }));
  };
  return (
    <div
      ref={element} className={styles.body} contentEditable suppressContentEditableWarning role="textbox" aria-multiline
      aria-label={words.body} data-hint={words.bodyHint} data-testid="body" onInput={take}
    />
  );
}

function TextBody() {
  const styles = useStyles();
  const words = useWords();
  const { store } = useApp();
  const body = useSelect((state) => state.message.body);
  return (
    <textarea
      className={styles.body} aria-label={words.body} value={body} data-testid="body"
      onChange={({ target }) => editMessage(store, () => ({ body: target.value }))}
    />
  );
}

export function BodyEditor() {
  const format = useSelect((state) => state.message.format);
  const key = useSelect((state) => state.message.key);
  return format === "html" ? <HtmlBody key={key} /> : <TextBody />;
}
