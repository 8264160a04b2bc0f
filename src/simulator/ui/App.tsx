import { FluentProvider, makeStyles, tokens, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { AddInPane } from "./AddInPane.tsx";
import type { AppModel } from "./app-model.ts";
import { Compose } from "./Compose.tsx";
import { NARROW } from "./narrow.ts";
import { SentView } from "./SentView.tsx";
import { SideRail } from "./SideRail.tsx";
import { SmartAlertDialog } from "./SmartAlertDialog.tsx";
import { TopBar } from "./TopBar.tsx";
import { AppContext, useSelect } from "./use-app.ts";

const useStyles = makeStyles({
  root: { height: "100%", display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gridTemplateRows: "auto minmax(0, 1fr)", backgroundColor: tokens.colorNeutralBackground3 },
  main: { display: "flex", minHeight: 0, [NARROW]: { flexDirection: "column", overflowY: "auto" } },
  centre: { flex: "1 1 0", minWidth: 0, display: "flex", flexDirection: "column", padding: "8px", [NARROW]: { flex: "none" } },
});

/** `undefined`: the open message; a number: that sent message, counted from the oldest. */
type View = number | undefined;

function Window() {
  const styles = useStyles();
  const sentCount = useSelect((state) => state.sent.length);
  const phase = useSelect((state) => state.phase.name);
  const key = useSelect((state) => state.message.key);
  const [view, setView] = useState<View>();
  const [opened, setOpened] = useState(key);
  if (opened !== key) {
    setOpened(key);
    setView(undefined);
  }
  const [seen, setSeen] = useState(sentCount);
  // What was just sent is shown at once, as its headers are what one came to see.
  if (seen !== sentCount) {
    setSeen(sentCount);
    setView(sentCount === 0 ? undefined : sentCount - 1);
  }
  const compose = view === undefined && phase !== "sent";
  return (
    <div className={styles.root}>
      <TopBar />
      <div className={styles.main}>
        <SideRail view={view} onCompose={() => setView(undefined)} onSent={setView} />
        <main className={styles.centre}>{compose ? <Compose /> : <SentView index={view ?? sentCount - 1} />}</main>
        {compose ? <AddInPane /> : null}
      </div>
      <SmartAlertDialog />
    </div>
  );
}

function Themed() {
  const dark = useSelect((state) => state.settings.dark);
  const locale = useSelect((state) => state.settings.locale);
  useEffect(() => {
    document.documentElement.lang = locale.slice(0, 2);
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  }, [dark, locale]);
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme} style={{ height: "100%" }}>
      <Window />
    </FluentProvider>
  );
}

export function App({ app }: { readonly app: AppModel }) {
  return <AppContext.Provider value={app}><Themed /></AppContext.Provider>;
}
