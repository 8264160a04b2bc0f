/** What one attachment may cost. Every loop over a file's content spends from it, so that a hostile file ends in a clear answer. */
import type { ExtractLimits, UnreadReason } from "../contract/index.ts";

/** Thrown at a limit, from however deep; `extract` turns it into an answer and keeps the text read so far. */
export class LimitReached extends Error {
  override readonly name = "LimitReached";
  readonly reason: Extract<UnreadReason, "too-large" | "timed-out" | "bomb">;

  constructor(reason: LimitReached["reason"]) {
    super(reason);
    this.reason = reason;
  }
}

/** Steps between two looks at the clock. */
const STEPS_A_LOOK = 2048;
/** Deflate makes at most 1032 of one byte. Documents stay below 60 or so; a table of blanks may reach 200. */
const BOMB_RATIO = 250;
/** Small files may well be all blanks. */
const BOMB_FROM = 8 * 1024 * 1024;

export class Budget {
  readonly limits: ExtractLimits;
  private readonly now: () => number;
  private readonly endsAt: number;
  private inflated = 0;
  private written = 0;
  private opened = 0;
  private steps = 0;

  /** `now` in ms. */
  constructor(limits: ExtractLimits, now: () => number) {
    this.limits = limits;
    this.now = now;
    this.endsAt = now() + limits.milliseconds;
  }

  /** One or more steps of work; about a microsecond each. @throws LimitReached `timed-out` */
  step(count = 1): void {
    this.steps += count;
    if (this.steps < STEPS_A_LOOK) return;
    this.steps = 0;
    if (this.now() > this.endsAt) throw new LimitReached("timed-out");
  }

  /** Bytes that a decompressor gave, `soFar` of the `packed` bytes of this stream that it was given. @throws LimitReached `bomb` or `too-large` */
  inflate(bytes: number, soFar: number, packed: number): void {
    this.inflated += bytes;
    if (soFar > BOMB_FROM && soFar > packed * BOMB_RATIO) throw new LimitReached("bomb");
    if (this.inflated > this.limits.inflatedBytes) throw new LimitReached("too-large");
    this.step(bytes >> 6);
  }

  /** Characters of text that are kept. @throws LimitReached `too-large` */
  write(characters: number): void {
    this.written += characters;
    if (this.written > this.limits.characters) throw new LimitReached("too-large");
    this.step(characters >> 8);
  }

  /** One more file inside the file. @throws LimitReached `too-large` */
  open(): void {
    this.opened += 1;
    if (this.opened > this.limits.files) throw new LimitReached("too-large");
  }

  /** Characters of text that may still be written. */
  get room(): number {
    return Math.max(0, this.limits.characters - this.written);
  }
}
