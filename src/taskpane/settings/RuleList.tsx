import { makeStyles, tokens } from "@fluentui/react-components";
import type { Policy } from "../../contract/index.ts";
import { Paragraph } from "../Paragraph.tsx";
import { useSpeech } from "../use-wording.ts";
import { ruleInWords } from "./rule-in-words.ts";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** The policy's rules in plain words, for the clinician who wonders why. */
export function RuleList({ policy }: { readonly policy: Policy }) {
  const styles = useStyles();
  const { w } = useSpeech();
  return (
    <>
      <Paragraph quiet>{w.rulesIntro}</Paragraph>
      <ul className={styles.list}>
        {policy.rules.map((rule) => <li key={rule.id}>{ruleInWords(rule, w)}</li>)}
        <li>{w.onFault[policy.onFault]}</li>
      </ul>
    </>
  );
}
