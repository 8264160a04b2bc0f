import { Body1, Caption1, Input, InteractionTag, InteractionTagPrimary, InteractionTagSecondary, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { KeyboardEvent } from "react";
import { editMessage } from "../host/state.ts";
import type { Field, Person } from "../host/state.ts";
import { useLineStyles } from "./MessageLines.tsx";
import { useApp, useSelect, useWords } from "./use-app.ts";

const useStyles = makeStyles({
  tags: { display: "flex", flexWrap: "wrap", gap: "6px", padding: "4px 0", flex: 1, alignItems: "center" },
  problem: { color: tokens.colorPaletteRedForeground1 },
});

const ADDRESS = /^[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+$/;
const NAMED = /^([^<]*)<([^>]*)>$/;

/** "Name <address>" or an address; undefined for anything else. */
function personOf(text: string): Person | undefined {
  const named = NAMED.exec(text.trim());
  const address = (named?.[2] ?? text).trim();
  if (!ADDRESS.test(address)) return undefined;
  return { address, name: named?.[1]?.trim() || address };
}

/** Recipients as chips. Enter, comma, semicolon or leaving the field resolves what was typed; Backspace takes the last chip away. */
export function RecipientField({ field }: { readonly field: Field }) {
  const lines = useLineStyles();
  const styles = useStyles();
  const words = useWords();
  const { store } = useApp();
  const people = useSelect((state) => state.message[field]);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const change = (next: readonly Person[]): void => editMessage(store, () => ({ [field]: next }));
  const resolve = (): void => {
    const parts = typed.split(/[;,]/).map((part) => part.trim()).filter((part) => part !== "");
    const known = parts.map(personOf);
    setWrong(known.includes(undefined));
    setTyped(parts.filter((_, index) => known[index] === undefined).join("; "));
    const added = known.filter((one) => one !== undefined);
    if (added.length > 0) change([...people, ...added]);
  };
  const key = (event: KeyboardEvent): void => {
    if (["Enter", ";", ","].includes(event.key) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      resolve();
    } else if (event.key === "Backspace" && typed === "" && people.length > 0) change(people.slice(0, -1));
  };
  return (
    <div className={lines.line}>
      <Body1 className={lines.name}>{words[field]}</Body1>
      <div className={styles.tags}>
        {people.map((person, index) => (
          <InteractionTag key={`${person.address}-${index}`} size="small" appearance="brand">
            <InteractionTagPrimary hasSecondaryAction title={person.address}>{person.name}</InteractionTagPrimary>
            <InteractionTagSecondary aria-label={`${words.remove} ${person.name}`} onClick={() => change(people.filter((_, at) => at !== index))} />
          </InteractionTag>
        ))}
        <Input
          className={lines.grow} appearance="filled-lighter" aria-label={words[field]} aria-invalid={wrong} data-testid={field}
          placeholder={people.length === 0 && field === "to" ? words.addRecipients : ""} value={typed} autoComplete="off"
          onChange={(_, { value }) => setTyped(value)} onKeyDown={key} onBlur={resolve}
        />
        {wrong ? <Caption1 role="alert" className={styles.problem}>{words.notAnAddress}</Caption1> : null}
      </div>
    </div>
  );
}
