/** The one way to end a Send: whoever claims it first ends it, and Outlook hears once. */
import { PANE_COMMAND_ID } from "../contract/index.ts";
import type { PaneContext, Verdict } from "../contract/index.ts";
import { explain, localeOf } from "../decide/index.ts";
import type { Locale } from "../decide/index.ts";

export type SendEvent = Pick<Office.MailboxEvent, "completed">;

export interface Hold {
  readonly verdict: Verdict;
  /** BCP 47 tag. */
  readonly locale: string;
  readonly context: PaneContext;
}

export interface Ending {
  allow(): void;
  hold(hold: Hold): void;
}

export interface Completion {
  /** The right to end the event, given once. Undefined to everyone after: what comes late must change nothing. */
  claim(): Ending | undefined;
}

/** Should even the explanation fail, the mail is held with these words. */
const LAST_RESORT = {
  en: "Chartseal could not check this message, so it was not sent. Try again, or ask your IT support.",
  es: "Chartseal no pudo revisar este mensaje, así que no se envió. Inténtelo de nuevo o consulte a su soporte de TI.",
} as const;

function wordsOf(verdict: Verdict, locale: Locale): Pick<Office.SmartAlertsEventCompletedOptions, "errorMessage" | "errorMessageMarkdown"> {
  try {
    const { text, markdown } = explain(verdict, locale);
    // Markdown is shown where the client can, plain text elsewhere: both are always given.
    return { errorMessage: text, errorMessageMarkdown: markdown };
  } catch {
    return { errorMessage: LAST_RESORT[locale] };
  }
}

function optionsOf({ verdict, locale, context }: Hold): Office.SmartAlertsEventCompletedOptions {
  return {
    allowEvent: false,
    ...wordsOf(verdict, localeOf(locale)),
    // No cancelLabel: Outlook's own "Take Action" comes in the reader's language, and clients that cannot show it keep "Don't Send".
    commandId: PANE_COMMAND_ID,
    // A string: clients before 17308.20000 take nothing else.
    contextData: JSON.stringify(context),
  };
}

export function createCompletion(event: SendEvent): Completion {
  let claimed = false;
  let ended = false;
  const complete = (options: Office.SmartAlertsEventCompletedOptions): void => {
    if (ended) return;
    ended = true;
    try {
      event.completed(options);
    } catch {
      // The host is gone or refuses the answer. It holds the mail by itself; a second call could only do harm.
      return;
    }
  };
  const ending: Ending = {
    allow: () => complete({ allowEvent: true }),
    hold: (hold) => complete(optionsOf(hold)),
  };
  return {
    claim() {
      if (claimed) return undefined;
      claimed = true;
      return ending;
    },
  };
}
