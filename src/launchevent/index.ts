/** The event handlers, wired to Outlook. May not: hold logic; touch a DOM, a chunk, or a global that classic Outlook lacks. */
import { HANDLERS } from "../contract/index.ts";

export const names = HANDLERS;
