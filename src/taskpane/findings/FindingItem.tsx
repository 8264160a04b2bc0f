import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import { useSpeech } from "../use-wording.ts";
import { linesInWords } from "./lines-in-words.ts";
import type { FindingRow } from "./view.ts";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
    ":last-child": { borderBottomStyle: "none", paddingBottom: 0 },
  },
  head: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  // As high as its text where that is enlarged.
  sure: { height: "auto", minHeight: "20px", alignSelf: "flex-start" },
  title: { fontWeight: tokens.fontWeightSemibold },
  masked: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase300 },
  place: { color: tokens.colorNeutralForeground2 },
  why: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** One finding: what, the value in part, where, why, how sure. `saysPlace`: no heading above says the place, nor that it is hidden. */
export function FindingItem({ row, saysPlace }: { readonly row: FindingRow; readonly saysPlace: boolean }) {
  const styles = useStyles();
  const { w } = useSpeech();
  const place = [saysPlace ? row.place : "", linesInWords(row, w)].filter((said) => said !== "").join(", ");
  const why = saysPlace && row.hidden !== "" ? [row.hidden, ...row.why] : row.why;
  return (
    <li className={styles.root}>
      <span className={styles.head}>
        <span className={styles.title}>{row.title}</span>
        <Badge className={styles.sure} appearance="outline" color={row.confidence === "high" ? "important" : "informative"}>{w.confidence[row.confidence]}</Badge>
      </span>
      <span>
        {row.masked !== "" && <span className={styles.masked}>{row.masked}</span>}
        {place !== "" && <span className={styles.place}>{row.masked === "" ? place : ` · ${place}`}</span>}
      </span>
      {why.length > 0 && <span className={styles.why}>{why.join(" ")}</span>}
    </li>
  );
}
