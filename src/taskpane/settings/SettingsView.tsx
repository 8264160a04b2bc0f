import { Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { PACK } from "../../detect/index.ts";
import { Paragraph } from "../Paragraph.tsx";
import type { PaneState } from "../state.ts";
import { useSpeech } from "../use-wording.ts";
import { Facts } from "./Facts.tsx";
import { policyFacts } from "./policy-facts.ts";
import { RuleList } from "./RuleList.tsx";
import { SettingsSection } from "./SettingsSection.tsx";
import { SyncBox } from "./SyncBox.tsx";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

export interface SettingsViewProps {
  readonly state: PaneState;
  readonly version: string;
  readonly onSync: () => void;
}

export function SettingsView({ state: { policy, sync }, version, onSync }: SettingsViewProps) {
  const styles = useStyles();
  const speech = useSpeech();
  const { w } = speech;
  return (
    <div className={styles.root}>
      <SettingsSection heading={w.policyHeading}>
        {policy === undefined && <Spinner label={w.policyLoading} />}
        {policy !== undefined && <Facts facts={policyFacts(policy, speech)} />}
        <SyncBox sync={sync} policy={policy} onSync={onSync} />
      </SettingsSection>
      {policy !== undefined && <SettingsSection heading={w.rulesHeading}><RuleList policy={policy.policy} /></SettingsSection>}
      <SettingsSection heading={w.aboutHeading}>
        <Facts facts={[[w.addInVersion, version], [w.pack, `${PACK.name}@${PACK.version}`]]} />
        <Paragraph quiet>{w.aboutNote}</Paragraph>
      </SettingsSection>
    </div>
  );
}
