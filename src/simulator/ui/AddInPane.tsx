import { Button, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { Dismiss20Regular } from "@fluentui/react-icons/svg/dismiss";
import { useEffect, useRef } from "react";
import { NARROW } from "./narrow.ts";
import { useApp, useSelect, useWords } from "./use-app.ts";

const useStyles = makeStyles({
  pane: {
    width: "376px", flexShrink: 0, display: "flex", flexDirection: "column", margin: "8px 8px 8px 0", overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusMedium, boxShadow: tokens.shadow4,
    [NARROW]: { width: "auto", height: "640px", marginLeft: "8px" },
  },
  head: { display: "flex", alignItems: "center", gap: "8px", padding: "8px 8px 8px 14px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { flex: 1, margin: 0 },
  frame: { flex: 1, minHeight: 0, display: "flex", "& iframe": { border: "none", width: "100%", height: "100%" } },
});

/** The add-in's pane beside the message. Its page is loaded afresh for a new message, a new context, language or theme. */
export function AddInPane() {
  const styles = useStyles();
  const words = useWords();
  const { host, session, addIn } = useApp();
  const { open, load } = useSelect((state) => state.pane);
  const key = useSelect((state) => state.message.key);
  const locale = useSelect((state) => state.settings.locale);
  const dark = useSelect((state) => state.settings.dark);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open || place.current === null) return;
    const frame = host.open(addIn().panePage, { parent: place.current, title: words.pane });
    return () => host.close(frame);
  }, [open, load, key, locale, dark, host, addIn, words.pane]);
  if (!open) return null;
  return (
    <aside className={styles.pane} aria-label={words.pane}>
      <div className={styles.head}>
        <img src={addIn().icon} alt="" width={20} height={20} />
        <Subtitle2 as="h2" className={styles.title}>{addIn().name}</Subtitle2>
        <Button appearance="subtle" icon={<Dismiss20Regular />} aria-label={words.close} onClick={session.closePane} />
      </div>
      <div ref={place} className={styles.frame} data-testid="pane" />
    </aside>
  );
}
