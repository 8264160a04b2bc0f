import { MessageBar, MessageBarBody, MessageBarGroup } from "@fluentui/react-components";
import type { Notice } from "../host/state.ts";
import { useSelect } from "./use-app.ts";

const INTENTS: Readonly<Record<Notice["type"], "info" | "error">> = {
  informationalMessage: "info", insightMessage: "info", progressIndicator: "info", errorMessage: "error",
};

/** What add-ins say above the message (`notificationMessages`). */
export function InfoBar() {
  const notices = useSelect((state) => state.message.notices);
  return (
    <MessageBarGroup animate="both">
      {notices.map(({ key, type, message }) => (
        <MessageBar key={key} intent={INTENTS[type]} layout="multiline"><MessageBarBody>{message}</MessageBarBody></MessageBar>
      ))}
    </MessageBarGroup>
  );
}
