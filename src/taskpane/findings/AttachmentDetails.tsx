import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Paragraph } from "../Paragraph.tsx";
import { useSpeech } from "../use-wording.ts";
import { AttachmentStatus } from "./AttachmentStatus.tsx";
import { sizeOf } from "./view.ts";
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
  /** Asks for the whole message to be protected; undefined where it is already, or is held, or the policy protects nothing. */
  readonly onProtect?: (() => void) | undefined;
  /** Leads to the reason; undefined where a reason is not asked for because of an unread file. */
  readonly onLooked?: (() => void) | undefined;
}

/** What became of a file and of those inside it, and what can be done about it. */
export function AttachmentDetails({ group, onRemove, onProtect, onLooked }: { readonly group: FindingGroup } & AttachmentActions) {
  const styles = useStyles();
  const { w } = useSpeech();
  const { scan, inner = [], index, isListed, isReally, name } = group;
  if (scan === undefined || index === undefined) return null;
  const label = name === undefined || name === "" ? group.heading : name;
  const isRead = scan.status === "scanned";
  // The message's protection does not reach a file that only a link leads to.
  const asksProtection = scan.reason !== "cloud-link" && (!isRead || sizeOf(group) > 0);
  const actions = [
    ...(isListed === true && onRemove !== undefined ? [<Button key="remove" size="small" aria-label={w.removeNamed(label)} onClick={() => onRemove(index)}>{w.remove}</Button>] : []),
    ...(asksProtection && onProtect !== undefined ? [<Button key="protect" size="small" aria-label={w.protectNamed(label)} onClick={onProtect}>{w.protect}</Button>] : []),
    ...(!isRead && onLooked !== undefined ? [<Button key="looked" size="small" onClick={onLooked}>{w.looked}</Button>] : []),
  ];
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
      {actions.length > 0 && <div className={styles.actions}>{actions}</div>}
    </>
  );
}
