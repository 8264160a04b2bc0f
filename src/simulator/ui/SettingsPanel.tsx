import {
  Button, Checkbox, Field, makeStyles, Popover, PopoverSurface, PopoverTrigger, Radio, RadioGroup, Switch, tokens,
} from "@fluentui/react-components";
import { Settings20Regular } from "@fluentui/react-icons/svg/settings";
import { SEND_MODES } from "../host/send-mode.ts";
import { FAULTS } from "../host/state.ts";
import type { SendMode } from "../host/send-mode.ts";
import type { Fault, Locale } from "../host/state.ts";
import { useApp, useSelect, useWords } from "./use-app.ts";
import { FAULT_NAMES, LANGUAGES, MODES } from "./wording.ts";

const useStyles = makeStyles({
  button: { color: "inherit", ":hover": { color: "inherit", backgroundColor: tokens.colorBrandBackgroundHover } },
  surface: { display: "flex", flexDirection: "column", gap: "14px", maxHeight: "80vh", overflowY: "auto", width: "360px" },
  faults: { display: "flex", flexDirection: "column" },
});

/** What the host does and what goes wrong. Every change holds from the next event on. */
export function SettingsPanel() {
  const styles = useStyles();
  const words = useWords();
  const { session, setFaults } = useApp();
  const settings = useSelect((state) => state.settings);
  const { locale, faults } = settings;
  const toggle = (fault: Fault, on: boolean): void => {
    void setFaults(on ? [...faults, fault] : faults.filter((one) => one !== fault));
  };
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button className={styles.button} appearance="transparent" icon={<Settings20Regular />}>{words.settings}</Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={words.settings}>
        <Field label={words.mode}>
          <RadioGroup value={settings.mode} onChange={(_, { value }) => session.change({ mode: value as SendMode })}>
            {SEND_MODES.map((mode) => <Radio key={mode} value={mode} label={MODES[locale][mode]} />)}
          </RadioGroup>
        </Field>
        <Switch label={words.available} checked={settings.available} onChange={(_, { checked }) => session.change({ available: checked })} />
        <Field label={words.faults}>
          <div className={styles.faults} role="group" aria-label={words.faults}>
            {FAULTS.map((fault) => (
              <Checkbox key={fault} label={FAULT_NAMES[locale][fault]} checked={faults.includes(fault)} onChange={(_, { checked }) => toggle(fault, checked === true)} />
            ))}
          </div>
        </Field>
        <Field label={words.language}>
          <RadioGroup layout="horizontal" value={locale} onChange={(_, { value }) => session.change({ locale: value as Locale })}>
            {Object.entries(LANGUAGES).map(([value, name]) => <Radio key={value} value={value} label={name} />)}
          </RadioGroup>
        </Field>
        <Switch label={words.dark} checked={settings.dark} onChange={(_, { checked }) => session.change({ dark: checked })} />
      </PopoverSurface>
    </Popover>
  );
}
