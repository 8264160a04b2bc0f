import { Tab, TabList, makeStyles, tokens } from "@fluentui/react-components";
import { FindingsView } from "./findings/FindingsView.tsx";
import type { PaneEffects } from "./load.ts";
import { spokenOf } from "./spoken.ts";
import { SettingsView } from "./settings/SettingsView.tsx";
import type { PaneAction, PaneState } from "./state.ts";
import { useHeadingFocus } from "./use-heading-focus.ts";
import { useSpeech } from "./use-wording.ts";

const useStyles = makeStyles({
  root: { minHeight: "100vh", boxSizing: "border-box", backgroundColor: tokens.colorNeutralBackground2, fontSize: tokens.fontSizeBase300 },
  tabs: { flexWrap: "wrap", borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  panel: { padding: tokens.spacingHorizontalM },
  spoken: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
  title: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

export interface PaneProps {
  readonly state: PaneState;
  readonly effects: Pick<PaneEffects, "check" | "record" | "remove" | "canRemove" | "protect" | "sync">;
  readonly version: string;
  readonly dispatch: (action: PaneAction) => void;
}

/** Two views under tabs; office.js takes `history.pushState` away, so there are no addresses. */
export function Pane({ state, effects, version, dispatch }: PaneProps) {
  const styles = useStyles();
  const { w } = useSpeech();
  const headingRef = useHeadingFocus(state);
  return (
    <main className={styles.root}>
      <h1 className={styles.title}>Chartseal</h1>
      <TabList
        className={styles.tabs}
        aria-label={w.tabs}
        selectedValue={state.view}
        onTabSelect={(_, { value }) => dispatch({ type: "view-chosen", view: value === "settings" ? "settings" : "findings" })}
      >
        <Tab id="tab-findings" value="findings" aria-controls="panel">{w.findings}</Tab>
        <Tab id="tab-settings" value="settings" aria-controls="panel">{w.settings}</Tab>
      </TabList>
      <div className={styles.panel} id="panel" role="tabpanel" aria-labelledby={`tab-${state.view}`}>
        {state.view === "findings"
          ? <FindingsView state={state} effects={effects} headingRef={headingRef} />
          : <SettingsView state={state} version={version} onSync={() => void effects.sync()} />}
      </div>
      <div className={styles.spoken} role="status" aria-live="polite">{spokenOf(state, w)}</div>
    </main>
  );
}
