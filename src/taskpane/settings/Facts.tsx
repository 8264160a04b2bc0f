import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, margin: 0 },
  // The value drops under its name where both do not fit: widths grow with the text.
  fact: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
  name: { flex: "1 0 7.5em", color: tokens.colorNeutralForeground2 },
  value: { flex: "2 1 10.75em", margin: 0, overflowWrap: "anywhere" },
});

export type Fact = readonly [name: string, value: string];

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.root}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
