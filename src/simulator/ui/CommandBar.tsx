import { Button, makeStyles, Toolbar, ToolbarButton, ToolbarDivider, tokens } from "@fluentui/react-components";
import { Attach20Regular } from "@fluentui/react-icons/svg/attach";
import { Send20Regular } from "@fluentui/react-icons/svg/send";
import { useRef } from "react";
import { LabelPicker } from "./LabelPicker.tsx";
import { useApp, useSelect, useWords } from "./use-app.ts";

const useStyles = makeStyles({
  bar: { display: "flex", alignItems: "center", gap: "8px", padding: "8px 16px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexWrap: "wrap" },
  send: { minWidth: "96px" },
  tools: { flexWrap: "wrap" },
});

export function CommandBar({ onAttach }: { readonly onAttach: (files: Iterable<File>) => void }) {
  const styles = useStyles();
  const words = useWords();
  const { session, addIn } = useApp();
  const busy = useSelect((state) => state.phase.name === "checking");
  const paneOpen = useSelect((state) => state.pane.open);
  const file = useRef<HTMLInputElement>(null);
  const { buttonLabel, icon } = addIn();
  return (
    <div className={styles.bar}>
      <Button className={styles.send} appearance="primary" icon={<Send20Regular />} disabled={busy} data-testid="send" onClick={session.send}>
        {words.send}
      </Button>
      <Toolbar className={styles.tools} aria-label={words.newMessage} size="small">
        <ToolbarButton icon={<Attach20Regular />} onClick={() => file.current?.click()}>{words.attach}</ToolbarButton>
        <LabelPicker />
        <ToolbarDivider />
        <ToolbarButton
          icon={<img src={icon} alt="" width={20} height={20} />} aria-pressed={paneOpen} data-testid="open-pane"
          onClick={() => (paneOpen ? session.closePane() : session.showPane(""))}
        >
          {buttonLabel}
        </ToolbarButton>
      </Toolbar>
      <input
        ref={file} type="file" multiple hidden
        onChange={({ target }) => {
          onAttach([...(target.files ?? [])]);
          target.value = "";
        }}
      />
    </div>
  );
}
