import { webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { Theme } from "@fluentui/react-components";

/**
 * High contrast needs no theme of its own: under forced colours the browser replaces the palette, and Fluent's own styles keep
 * borders and focus marks.
 */
export const themeFor = (dark: boolean): Theme => (dark ? webDarkTheme : webLightTheme);
