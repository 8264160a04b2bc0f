import { InteractionTag, InteractionTagPrimary, InteractionTagSecondary, makeStyles } from "@fluentui/react-components";
import { Document20Regular } from "@fluentui/react-icons/svg/document";
import { editMessage } from "../host/state.ts";
import { useApp, useSelect, useWords } from "./use-app.ts";

const useStyles = makeStyles({
  list: { display: "flex", flexWrap: "wrap", gap: "8px", padding: "8px 0", listStyle: "none", margin: 0 },
  item: { maxWidth: "100%" },
  tag: { maxWidth: "100%" },
  file: { minWidth: 0, gridTemplateColumns: "auto minmax(0, 1fr)" },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function AttachmentList() {
  const styles = useStyles();
  const words = useWords();
  const { store } = useApp();
  const attachments = useSelect((state) => state.message.attachments);
  if (attachments.length === 0) return null;
  const remove = (id: string): void => editMessage(store, (message) => ({ attachments: message.attachments.filter((one) => one.id !== id) }));
  return (
    <ul className={styles.list} aria-label={words.attachments}>
      {attachments.map(({ id, name, size }) => (
        <li key={id} className={styles.item}>
          <InteractionTag className={styles.tag} appearance="outline">
            <InteractionTagPrimary className={styles.file} title={name} hasSecondaryAction media={<Document20Regular />} secondaryText={sizeOf(size)} primaryText={{ className: styles.name }}>
              {name}
            </InteractionTagPrimary>
            <InteractionTagSecondary aria-label={`${words.remove} ${name}`} onClick={() => remove(id)} />
          </InteractionTag>
        </li>
      ))}
    </ul>
  );
}
