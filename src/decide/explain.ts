/** A verdict in words, for a dialog, the pane and the command line. */
import type { ReasonCode, Verdict } from "../contract/index.ts";
import { faultRuleId } from "./decide.ts";
import { WORDING } from "./wording.ts";
import type { Locale, NamedFault, Wording } from "./wording.ts";

export type { Locale } from "./wording.ts";

/** Outlook's bound for `errorMessage` and `errorMessageMarkdown`, in UTF-16 code units. */
const LONGEST = 500;

export interface Explanation {
  readonly text: string;
  /** In the subset of Markdown that Smart Alerts draws: bold, `- ` lists whose lines end in `\r`, `\n\n` for a new line. */
  readonly markdown: string;
}

/** Spanish for any Spanish language tag, else English. `tag` as in BCP 47, for example `es-MX`. */
export function localeOf(tag: string | undefined): Locale {
  return /^es(?:$|[-_])/i.test(tag ?? "") ? "es" : "en";
}

function faultSentence(ruleId: string, wording: Wording): string | undefined {
  const names = Object.keys(wording.faults) as NamedFault[];
  const name = names.find((code) => faultRuleId(code) === ruleId);
  return name === undefined ? undefined : wording.faults[name];
}

/**
 * One sentence per kind of reason, strictest first; a rule that merely allows gives no reason to a reader. Of a message that
 * is held only what holds it: that it would have been protected as well is no news to someone who cannot send.
 */
function sentences(verdict: Verdict, wording: Wording): readonly string[] {
  const holding = verdict.action === "block" || verdict.action === "confirm" ? verdict.action : undefined;
  const said = new Set<ReasonCode>();
  const out: string[] = [];
  for (const { code, then, ruleId } of verdict.reasons) {
    if (then === "allow" || said.has(code) || (holding !== undefined && then !== holding)) continue;
    said.add(code);
    out.push((code === "fault" ? faultSentence(ruleId, wording) : undefined) ?? wording.reasons[code](verdict.counts));
  }
  return out;
}

function advice(verdict: Verdict, wording: Wording): string | undefined {
  const strictest = verdict.reasons[0];
  if (strictest === undefined) return undefined;
  if (verdict.action === "block") return wording.repair[strictest.code];
  if (verdict.action === "confirm") return strictest.code === "fault" ? wording.confirmFault : wording.confirm;
  return undefined;
}

/** The longest rendering that fits: milder reasons go first, what happens and what to do stay. */
function fitting(reasons: readonly string[], render: (reasons: readonly string[]) => string): string {
  for (let count = reasons.length; count > 0; count--) {
    const whole = render(reasons.slice(0, count));
    if (whole.length <= LONGEST) return whole;
  }
  return render([]).slice(0, LONGEST);
}

/**
 * Says what happens, why, and what to do, each form within 500 UTF-16 code units. Fixed sentences and counts only:
 * nothing of the message, the policy or a recipient can stand in it.
 */
export function explain(verdict: Verdict, locale: Locale): Explanation {
  const wording: Wording = WORDING[locale];
  const lead = wording.lead[verdict.action];
  const todo = advice(verdict, wording);
  const after = todo === undefined ? [] : [todo];
  const reasons = sentences(verdict, wording);
  const markdown = (some: readonly string[]): string => {
    const list = some.map((reason) => `- ${reason}\r`).join("");
    return [`**${lead}**`, ...(list === "" ? [] : [list]), ...after].join("\n\n");
  };
  return {
    text: fitting(reasons, (some) => [lead, ...some, ...after].join(" ")),
    markdown: fitting(reasons, markdown),
  };
}

/** The reasons alone, one sentence each, strictest first: for a view that says in its own way what happens and what to do. */
export function explainReasons(verdict: Verdict, locale: Locale): readonly string[] {
  return sentences(verdict, WORDING[locale]);
}
