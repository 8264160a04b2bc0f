import { makeStyles, tokens } from "@fluentui/react-components";
import type { Verdict } from "../../contract/index.ts";
import { useSpeech } from "../use-wording.ts";

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { marginBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalXL },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What would let a stopped message go. There is no way round a block but to change the message. */
export function ChangeList({ verdict }: { readonly verdict: Verdict }) {
  const styles = useStyles();
  const { w } = useSpeech();
  const changes = new Set(verdict.reasons.filter(({ then }) => then === "block").map(({ code }) => w.change[code]));
  return (
    <section>
      <h3 className={styles.heading}>{w.changeHeading}</h3>
      <ul className={styles.list}>{[...changes].map((change) => <li key={change}>{change}</li>)}</ul>
      <p className={styles.note}>{w.noOverride}</p>
    </section>
  );
}
