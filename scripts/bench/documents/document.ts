/** What a made document holds, whatever its format: each writer puts it where its format has such a place. */

/** Where a planted text can stand. */
export type Spot =
  | "body" | "table" | "header" | "comment" | "metadata" | "deleted" | "hidden" | "notes" | "form" | "inner";

export interface Person {
  readonly author: string;
  readonly text: string;
}

export interface Content {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Head row first. */
  readonly table?: readonly (readonly string[])[];
  readonly header?: string;
  readonly comment?: Person;
  readonly metadata?: string;
  readonly deleted?: string;
  /** A hidden sheet or slide, or hidden text. Rows are parted by line feeds, cells by tabs. */
  readonly hidden?: string;
  readonly notes?: string;
  /** Label and value of form fields. */
  readonly form?: readonly (readonly [label: string, value: string])[];
  readonly inner?: { readonly name: string; readonly bytes: Uint8Array };
}

export interface DocumentWriter {
  readonly format: string;
  readonly ending: string;
  /** Where this format can hide something; a spot is used by as many documents as any other. */
  readonly spots: readonly Spot[];
  write(content: Content): Uint8Array;
}

const SPECIAL: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;" };

export function xml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => SPECIAL[char] ?? char);
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff);
}
