import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: { margin: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

export function Paragraph({ quiet = false, children }: { readonly quiet?: boolean; readonly children: ReactNode }) {
  const styles = useStyles();
  return <p className={mergeClasses(styles.root, quiet && styles.quiet)}>{children}</p>;
}
