import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { Warning16Regular } from "@fluentui/react-icons/svg/warning";
import type { AttachmentScan } from "../../contract/index.ts";
import { useSpeech } from "../use-wording.ts";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "16px minmax(0, 1fr)", columnGap: tokens.spacingHorizontalXS, alignItems: "start" },
  icon: { marginTop: "2px" },
});

/** Whether an attachment was read, and if not, why: unread never passes for clean. */
export function AttachmentStatus({ scan }: { readonly scan: AttachmentScan }) {
  const styles = useStyles();
  const { w } = useSpeech();
  const Icon = scan.status === "scanned" ? CheckmarkCircle16Regular : Warning16Regular;
  const sentences = [w.attachmentStatus[scan.status], scan.reason === undefined ? "" : w.unread[scan.reason]];
  return (
    <div className={styles.root}>
      <Icon className={styles.icon} aria-hidden />
      <span>{sentences.join(" ").trim()}</span>
    </div>
  );
}
