/** Text that comes letter by letter, gathered without a string for each. */
import { textOfUnits } from "../../bytes.ts";

const BLOCK = 4096;

export class TextBuffer {
  private readonly units = new Uint16Array(BLOCK);
  private readonly blocks: string[] = [];
  private filled = 0;
  private last = 0;

  /** A line end takes the place of a tab before it: the mark of a row's last cell is no further cell. */
  add(text: string): void {
    if (text === "\n" && this.last === 9 && this.filled > 0) this.filled -= 1;
    if (text.length > BLOCK >> 2) {
      this.flush();
      this.blocks.push(text);
    } else {
      if (this.filled + text.length > BLOCK) this.flush();
      for (let at = 0; at < text.length; at++) this.units[this.filled++] = text.charCodeAt(at);
    }
    this.last = text.charCodeAt(text.length - 1);
  }

  private flush(): void {
    if (this.filled > 0) this.blocks.push(textOfUnits(this.units, this.filled));
    this.filled = 0;
  }

  toString(): string {
    this.flush();
    return this.blocks.join("");
  }
}
