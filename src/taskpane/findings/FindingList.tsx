import { makeStyles, tokens } from "@fluentui/react-components";
import { useSpeech } from "../use-wording.ts";
import { FindingItem } from "./FindingItem.tsx";
import type { FindingRow } from "./view.ts";

const useStyles = makeStyles({
  root: { listStyleType: "none", margin: 0, padding: 0 },
  rest: { color: tokens.colorNeutralForeground2, paddingBlock: tokens.spacingVerticalXS },
});

/** A spreadsheet of patients can hold thousands; the first ones say enough. */
const SHOWN = 40;

export function FindingList({ rows, saysPlace = false }: { readonly rows: readonly FindingRow[]; readonly saysPlace?: boolean }) {
  const styles = useStyles();
  const { w } = useSpeech();
  return (
    <ul className={styles.root} role="list">
      {rows.slice(0, SHOWN).map((row) => <FindingItem key={row.key} row={row} saysPlace={saysPlace} />)}
      {rows.length > SHOWN && <li className={styles.rest}>{w.more(rows.length - SHOWN)}</li>}
    </ul>
  );
}
