import { makeStyles, mergeClasses, shorthands, tokens } from "@fluentui/react-components";
import { CheckmarkCircle24Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle24Filled } from "@fluentui/react-icons/svg/error-circle";
import { PersonNote24Filled } from "@fluentui/react-icons/svg/person-note";
import { Prohibited24Filled } from "@fluentui/react-icons/svg/prohibited";
import { ShieldLock24Filled } from "@fluentui/react-icons/svg/shield-lock";
import type { ReactNode, Ref } from "react";
import type { Standing } from "../state.ts";
import { useSpeech } from "../use-wording.ts";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "24px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: "anywhere",
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    // Focus is put here by script, so that a screen reader goes on from the new state. Nothing can be done here, so no ring is drawn.
    outlineStyle: "none",
  },
  body: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  allow: { backgroundColor: tokens.colorStatusSuccessBackground1, ...shorthands.borderColor(tokens.colorStatusSuccessBorder1) },
  protect: { backgroundColor: tokens.colorBrandBackground2, ...shorthands.borderColor(tokens.colorBrandStroke2) },
  confirm: { backgroundColor: tokens.colorStatusWarningBackground1, ...shorthands.borderColor(tokens.colorStatusWarningBorder1) },
  block: { backgroundColor: tokens.colorStatusDangerBackground1, ...shorthands.borderColor(tokens.colorStatusDangerBorder1) },
  allowIcon: { color: tokens.colorStatusSuccessForeground1 },
  protectIcon: { color: tokens.colorBrandForeground1 },
  confirmIcon: { color: tokens.colorStatusWarningForeground3 },
  blockIcon: { color: tokens.colorStatusDangerForeground1 },
});

const LOOKS = {
  allow: { tone: "allow", Icon: CheckmarkCircle24Filled },
  recorded: { tone: "allow", Icon: CheckmarkCircle24Filled },
  protect: { tone: "protect", Icon: ShieldLock24Filled },
  confirm: { tone: "confirm", Icon: PersonNote24Filled },
  block: { tone: "block", Icon: Prohibited24Filled },
  fault: { tone: "block", Icon: ErrorCircle24Filled },
} as const satisfies Record<Exclude<Standing, "loading">, unknown>;

export interface VerdictBannerProps {
  readonly standing: Exclude<Standing, "loading">;
  readonly headingRef?: Ref<HTMLHeadingElement>;
  readonly children?: ReactNode;
}

/** What becomes of the message, in words first; icon and colour only repeat it. */
export function VerdictBanner({ standing, headingRef, children }: VerdictBannerProps) {
  const styles = useStyles();
  const { w } = useSpeech();
  const { tone, Icon } = LOOKS[standing];
  return (
    <div className={mergeClasses(styles.root, styles[tone])} data-standing={standing}>
      <Icon className={styles[`${tone}Icon`]} aria-hidden />
      <div className={styles.body}>
        <h2 className={styles.heading} ref={headingRef} tabIndex={-1}>{w.banner[standing]}</h2>
        {children}
      </div>
    </div>
  );
}
