/** What an organisation adds to detection: its own words, id shapes, cue words, values that are no finding, and patients. */
import type { HipaaPart, SensitiveClass } from "./finding.ts";

/** What a listed word says: it names a person, it speaks of care, or it speaks of care of a sensitive class. */
export type KeywordMeaning = "identifier" | "health" | "sensitive";

/** Findings of it carry the rule id `org-<id>`. */
export interface PolicyKeywords {
  /** `^[a-z][a-z0-9-]{0,47}$`, not shared with a pattern. */
  readonly id: string;
  readonly title?: string;
  /** Whole words or phrases. */
  readonly words: readonly string[];
  readonly meaning: KeywordMeaning;
  /** Of an identifier; absent: `R`. */
  readonly part?: HipaaPart;
  /** Of `sensitive`, where it must stand. */
  readonly sensitive?: SensitiveClass;
  /** Absent: case makes no difference. */
  readonly caseSensitive?: boolean;
}

/** An id of the organisation's own. Findings of it carry the rule id `org-<id>`. */
export interface PolicyPattern {
  readonly id: string;
  readonly title?: string;
  /** In the linear-time subset that `docs/policy.md` describes. */
  readonly pattern: string;
  readonly part: HipaaPart;
  /** Words near the value that speak for it. */
  readonly cues?: readonly string[];
  /** A value without a cue near it is no finding. */
  readonly requireCue?: boolean;
}

/** A text that is never a finding, such as the clinic's own telephone number. */
export interface PolicyAllowed {
  readonly value: string;
  /** `YYYY-MM-DD`, UTC: the last day on which it counts. */
  readonly until: string;
  readonly note?: string;
}

/** Patients known by keyed hash: HMAC-SHA-256 over the normalised name or number in UTF-8, its first 16 hex digits. */
export interface KnownPatients {
  /** 32 bytes, base64url. */
  readonly key: string;
  readonly hashes: readonly string[];
}

export interface PolicyDetection {
  readonly keywords?: readonly PolicyKeywords[];
  readonly patterns?: readonly PolicyPattern[];
  /** More cue words for built-in rules, by rule id. */
  readonly cueWords?: Readonly<Record<string, readonly string[]>>;
  readonly allow?: readonly PolicyAllowed[];
  readonly knownPatients?: KnownPatients;
}

/** HMAC-SHA-256 of `text` in UTF-8 under a key in base64url; the first 16 hex digits. */
export type KeyedHash = (key: string, text: string) => string;

/** Something wrong with a detection part: a sentence, and the path under `detection` that it is about. */
export interface DetectionProblem {
  readonly path: string;
  readonly sentence: string;
}
