import { Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { Mail20Regular } from "@fluentui/react-icons/svg/mail";
import { SettingsPanel } from "./SettingsPanel.tsx";
import { useWords } from "./use-app.ts";

const useStyles = makeStyles({
  bar: {
    display: "flex", alignItems: "center", flexWrap: "wrap", gap: "0 10px", minHeight: "48px", padding: "0 12px",
    backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand,
  },
  icon: { fontSize: "22px", display: "flex" },
  badge: { padding: "2px 8px", border: "1px solid currentColor", borderRadius: tokens.borderRadiusCircular, opacity: 0.9, whiteSpace: "nowrap" },
  space: { flex: 1 },
});

export function TopBar() {
  const styles = useStyles();
  const words = useWords();
  return (
    <header className={styles.bar}>
      <span className={styles.icon}><Mail20Regular /></span>
      <Subtitle2 as="h1" style={{ margin: 0 }}>{words.title}</Subtitle2>
      <Caption1 className={styles.badge}>{words.simulated}</Caption1>
      <span className={styles.space} />
      <SettingsPanel />
    </header>
  );
}
