import { createContext, useContext } from "react";
import { WORDING } from "./wording.ts";
import type { Wording } from "./wording.ts";

export type Locale = keyof typeof WORDING;

export interface Speech {
  readonly locale: Locale;
  readonly w: Wording;
}

export const speechFor = (locale: Locale): Speech => ({ locale, w: WORDING[locale] });

export const SpeechContext = createContext<Speech>(speechFor("en"));

export const useSpeech = (): Speech => useContext(SpeechContext);
