import { useEffect, useRef } from "react";
import type { RefObject } from "react";
import type { PaneState } from "./state.ts";

/**
 * The verdict's heading, which gets the focus when Smart Alerts sent the clinician here, and when the button that had the
 * focus is gone because the reason is recorded. Otherwise the focus stays where the person put it.
 */
export function useHeadingFocus({ check, override, summoned }: PaneState): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const served = useRef(0);
  const before = useRef(override.kind);
  useEffect(() => {
    const isCalled = summoned > served.current && check.kind !== "loading";
    const isRecorded = before.current === "recording" && override.kind === "recorded";
    before.current = override.kind;
    if (isCalled) served.current = summoned;
    if (isCalled || isRecorded) heading.current?.focus();
  }, [check.kind, override.kind, summoned]);
  return heading;
}
