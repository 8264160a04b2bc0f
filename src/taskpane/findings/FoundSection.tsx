import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Checked } from "../ports.ts";
import { useSpeech } from "../use-wording.ts";
import { Counts } from "./Counts.tsx";
import { findingWords } from "./finding-words.ts";
import type { AttachmentActions } from "./AttachmentDetails.tsx";
import { FindingGroupSection } from "./FindingGroupSection.tsx";
import { Paragraph } from "../Paragraph.tsx";
import { foundWhat, groupsOf } from "./view.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** Everything the check saw, by where it stands. */
export function FoundSection({ checked, ...actions }: { readonly checked: Checked } & AttachmentActions) {
  const styles = useStyles();
  const { w, locale } = useSpeech();
  const groups = useMemo(() => groupsOf(checked, w, findingWords(locale, checked.orgRules)), [checked, w, locale]);
  const found = foundWhat(groups);
  return (
    <section className={styles.root}>
      <h3 className={styles.heading}>{w.foundHeading}</h3>
      <Counts counts={checked.verdict.counts} />
      {found !== "identifiers" && <Paragraph>{found === "nothing" ? w.none : w.noneBut}</Paragraph>}
      {groups.map((group) => <FindingGroupSection key={group.key} group={group} {...actions} />)}
    </section>
  );
}
