import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Paragraph } from "../Paragraph.tsx";
import { useSpeech } from "../use-wording.ts";
import { AttachmentStatus } from "./AttachmentStatus.tsx";
import type { FindingGroup } from "./view.ts";

const useStyles = makeStyles({
  inner: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  path: { overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalXS },
});

/** An archive can hold thousands. */
const SHOWN = 20;

export interface AttachmentActions {
  /** Undefined where this client cannot take attachments off. */
  readonly onRemove?: ((index: number) => void) | undefined;
  /** Leads to the reason; undefined where a reason is not asked for because of an unread file. */
  readonly onLooked?: (() => void) | undefined;
}

/** What became of a file and of those inside it, and what can be done about it. */
export function AttachmentDetails({ group, onRemove, onLooked }: { readonly group: FindingGroup } & AttachmentActions) {
  const styles = useStyles();
  const { w } = useSpeech();
  const { scan, inner = [], index, isListed, isReally, name } = group;
  if (scan === undefined || index === undefined) return null;
  const label = name === undefined || name === "" ? group.heading : name;
  const isRead = scan.status === "scanned";
  return (
    <>
      <AttachmentStatus scan={scan} />
      {isReally !== undefined && <Paragraph>{w.misnamed(isReally)}</Paragraph>}
      {inner.length > 0 && (
        <>
          <Paragraph>{w.innerHeading}</Paragraph>
          <ul className={styles.inner}>
            {inner.slice(0, SHOWN).map(({ path, scan: { status, reason } }, k) => (
              // Two files of an archive may have the same path.
              <li key={`${k}-${path}`} className={styles.path}>{`${path}: ${reason === undefined ? w.attachmentStatus[status] : w.unread[reason]}`}</li>
            ))}
            {inner.length > SHOWN && <li>{w.more(inner.length - SHOWN)}</li>}
          </ul>
        </>
      )}
      {(isListed === true && onRemove !== undefined) || (!isRead && onLooked !== undefined) ? (
        <div className={styles.actions}>
          {isListed === true && onRemove !== undefined && <Button size="small" aria-label={w.removeNamed(label)} onClick={() => onRemove(index)}>{w.remove}</Button>}
          {!isRead && onLooked !== undefined && <Button size="small" onClick={onLooked}>{w.looked}</Button>}
        </div>
      ) : null}
    </>
  );
}
