import { makeStyles, tokens } from "@fluentui/react-components";
import type { VerdictCounts } from "../../contract/index.ts";
import { useSpeech } from "../use-wording.ts";
import { countsInWords } from "./counts-in-words.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, listStyleType: "none", margin: 0, padding: 0 },
  count: {
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
});

export function Counts({ counts }: { readonly counts: VerdictCounts }) {
  const styles = useStyles();
  const { w } = useSpeech();
  return (
    <ul className={styles.root} role="list" aria-label={w.counts.label}>
      {countsInWords(counts, w).map((said) => <li className={styles.count} key={said}>{said}</li>)}
    </ul>
  );
}
