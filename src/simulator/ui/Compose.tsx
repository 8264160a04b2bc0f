import { makeStyles, mergeClasses, ProgressBar, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { DragEvent, KeyboardEvent } from "react";
import { editMessage, FIELDS } from "../host/state.ts";
import { AttachmentList } from "./AttachmentList.tsx";
import { BodyEditor } from "./BodyEditor.tsx";
import { CommandBar } from "./CommandBar.tsx";
import { readFile } from "./eml.ts";
import { InfoBar } from "./InfoBar.tsx";
import { FromLine, SubjectLine } from "./MessageLines.tsx";
import { RecipientField } from "./RecipientField.tsx";
import { useApp, useSelect, useWords } from "./use-app.ts";

const useStyles = makeStyles({
  window: {
    flex: 1, minHeight: 0, display: "flex", flexDirection: "column", position: "relative", overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusMedium, boxShadow: tokens.shadow4,
  },
  fields: { display: "flex", flexDirection: "column", padding: "4px 20px 0" },
  busy: { pointerEvents: "none", opacity: 0.75 },
  grow: { flex: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  drop: {
    position: "absolute", inset: "8px", display: "flex", alignItems: "center", justifyContent: "center", zIndex: 1, pointerEvents: "none",
    border: `2px dashed ${tokens.colorBrandStroke1}`, borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackgroundAlpha2, fontSize: tokens.fontSizeBase500,
  },
});

export function Compose() {
  const styles = useStyles();
  const words = useWords();
  const { session, store, newId } = useApp();
  const busy = useSelect((state) => state.phase.name === "checking");
  const [dragging, setDragging] = useState(false);
  const attach = async (files: Iterable<File>): Promise<void> => {
    const added = await Promise.all([...files].map((file) => readFile(file, newId)));
    editMessage(store, (message) => ({ attachments: [...message.attachments, ...added] }));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setDragging(false);
    void attach(event.dataTransfer.files);
  };
  const shortcut = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    session.send();
  };
  return (
    <section
      className={styles.window} aria-label={words.newMessage} aria-busy={busy} onKeyDown={shortcut}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDragging(false);
      }}
      onDrop={drop}
    >
      <CommandBar onAttach={(files) => void attach(files)} />
      {busy ? <ProgressBar aria-label={words.checking} /> : <div style={{ height: 2 }} />}
      <InfoBar />
      <div className={mergeClasses(styles.grow, busy && styles.busy)} inert={busy}>
        <div className={styles.fields}>
          <FromLine />
          {FIELDS.map((field) => <RecipientField key={field} field={field} />)}
          <SubjectLine />
          <AttachmentList />
        </div>
        <BodyEditor />
      </div>
      {dragging ? <div className={styles.drop}>{words.dropHere}</div> : null}
    </section>
  );
}
