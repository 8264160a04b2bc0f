/** The pane's colours: Office's theme where the host tells it, else the system's. */
import { webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { Theme } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { PanePorts } from "./ports.ts";

const SYSTEM_DARK = "(prefers-color-scheme: dark)";

function isDarkNow(ports: PanePorts): boolean {
  return ports.isHostDark() ?? window.matchMedia(SYSTEM_DARK).matches;
}

/**
 * Follows the host and the system. High contrast needs no theme of its own: under forced colours the browser replaces
 * the palette and Fluent's own styles keep borders and focus marks.
 */
export function useTheme(ports: PanePorts): Theme {
  const [dark, setDark] = useState(() => isDarkNow(ports));
  useEffect(() => {
    const look = (): void => setDark(isDarkNow(ports));
    const system = window.matchMedia(SYSTEM_DARK);
    system.addEventListener("change", look);
    const stop = ports.listen((event) => {
      if (event === "theme") look();
    });
    return () => {
      system.removeEventListener("change", look);
      stop();
    };
  }, [ports]);
  return dark ? webDarkTheme : webLightTheme;
}
