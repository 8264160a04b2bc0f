import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useSpeech } from "../use-wording.ts";
import { AttachmentDetails } from "./AttachmentDetails.tsx";
import type { AttachmentActions } from "./AttachmentDetails.tsx";
import { FindingList } from "./FindingList.tsx";
import { byPlace } from "./view.ts";
import type { FindingGroup } from "./view.ts";

const useStyles = makeStyles({
  root: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  name: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  place: { margin: 0, marginTop: tokens.spacingVerticalS, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  hidden: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  fold: { marginTop: tokens.spacingVerticalXS, marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

/** One place of the draft: patient identifiers in the open, everything else folded away. */
export function FindingGroupSection({ group, ...actions }: { readonly group: FindingGroup } & AttachmentActions) {
  const styles = useStyles();
  const { w } = useSpeech();
  const id = useId();
  const folds = [
    { title: w.alsoSeen(group.alsoSeen.length), rows: group.alsoSeen },
    { title: w.healthTerms(group.health.length), rows: group.health },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <section className={styles.root} aria-labelledby={id}>
      <h4 className={styles.heading} id={id}>
        {group.heading}
        {group.name !== undefined && <span className={styles.name}>{` · ${group.name === "" ? w.unnamed : group.name}`}</span>}
      </h4>
      {group.scan !== undefined && <AttachmentDetails group={group} {...actions} />}
      {byPlace(group.identifiers).map((rows) => (
        <div key={rows[0]?.key}>
          {rows[0]?.place !== "" && <h5 className={styles.place}>{rows[0]?.place}</h5>}
          {[...new Set(rows.map(({ hidden }) => hidden))].filter((said) => said !== "").map((said) => <p key={said} className={styles.hidden}>{said}</p>)}
          <FindingList rows={rows} />
        </div>
      ))}
      {folds.length > 0 && (
        <Accordion className={styles.fold} collapsible multiple>
          {folds.map(({ title, rows }) => (
            <AccordionItem key={title} value={title}>
              <AccordionHeader as="h5" size="small">{title}</AccordionHeader>
              <AccordionPanel><FindingList rows={rows} saysPlace /></AccordionPanel>
            </AccordionItem>
          ))}
        </Accordion>
      )}
    </section>
  );
}
