import { useEffect, useRef } from "react";
import type { RefObject } from "react";
import { isAsked } from "./state.ts";
import type { PaneState } from "./state.ts";

/**
 * The verdict's heading, which gets the focus when Smart Alerts sent the clinician here, and when the button that had the
 * focus is gone because the reason is recorded or protection was asked for. Otherwise the focus stays where the person put it.
 */
export function useHeadingFocus(state: PaneState): RefObject<HTMLHeadingElement | null> {
  const { check, override, summoned } = state;
  const asked = check.kind === "ready" ? isAsked(state) : undefined;
  const heading = useRef<HTMLHeadingElement>(null);
  const served = useRef(0);
  const before = useRef(override.kind);
  const askedBefore = useRef(asked);
  useEffect(() => {
    const isCalled = summoned > served.current && check.kind !== "loading";
    const isRecorded = before.current === "recording" && override.kind === "recorded";
    before.current = override.kind;
    // Both ways: the button for it is gone, and the one for taking it back as well.
    const isTurned = asked !== undefined && askedBefore.current !== undefined && asked !== askedBefore.current;
    askedBefore.current = asked ?? askedBefore.current;
    if (isCalled) served.current = summoned;
    if (isCalled || isRecorded || isTurned) heading.current?.focus();
  }, [asked, check.kind, override.kind, summoned]);
  return heading;
}
