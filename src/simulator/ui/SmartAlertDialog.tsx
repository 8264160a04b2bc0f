import {
  Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, ProgressBar,
} from "@fluentui/react-components";
import type { Alert, Phase } from "../host/smart-alerts.ts";
import { alertText, buttonText } from "../host/wording.ts";
import { MarkdownText } from "./MarkdownText.tsx";
import { useApp, useSelect } from "./use-app.ts";

const useStyles = makeStyles({
  surface: { maxWidth: "480px" },
  title: { display: "flex", alignItems: "center", gap: "10px" },
  text: { whiteSpace: "pre-line", minHeight: "40px" },
  actions: { flexWrap: "wrap", justifyContent: "flex-end" },
});

function alertOf(phase: Phase): Alert | undefined {
  if (phase.name === "alert") return phase.alert;
  return phase.name === "checking" ? phase.slow : undefined;
}

/** The Smart Alerts dialog. Its title is always the add-in's name; it does not close but by one of its buttons. */
export function SmartAlertDialog() {
  const styles = useStyles();
  const { session, addIn } = useApp();
  const alert = useSelect((state) => alertOf(state.phase));
  const locale = useSelect((state) => state.settings.locale);
  if (alert === undefined) return null;
  const { name, icon } = addIn();
  return (
    <Dialog open modalType="alert">
      <DialogSurface className={styles.surface} data-testid="smart-alert">
        <DialogBody>
          <DialogTitle className={styles.title} action={null}><img src={icon} alt="" width={24} height={24} />{name}</DialogTitle>
          <DialogContent className={styles.text}>
            {alert.markdown === undefined ? alertText(alert, name, locale) : <MarkdownText source={alert.markdown} />}
            {alert.kind === "slow" ? <ProgressBar style={{ marginTop: 12 }} /> : null}
          </DialogContent>
          <DialogActions fluid className={styles.actions}>
            {alert.buttons.map((button, index) => (
              <Button key={`${button.id}-${index}`} appearance={index === 0 ? "primary" : "secondary"} onClick={() => session.press(button.id)}>
                {buttonText(button, locale)}
              </Button>
            ))}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
