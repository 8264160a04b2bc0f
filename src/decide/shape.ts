/** Reads untrusted JSON piece by piece and notes every problem as one sentence with its path. */

/** Collects problems; a file of rubbish must not give a book of them. */
export interface Notes {
  readonly problems: readonly string[];
  note(path: string, sentence: string): void;
}

const MOST_PROBLEMS = 100;

export function notes(): Notes {
  const problems: string[] = [];
  return {
    problems,
    note: (path, sentence) => {
      if (problems.length < MOST_PROBLEMS) problems.push(`${path}: ${sentence}`);
      else if (problems.length === MOST_PROBLEMS) problems.push("There are more problems; correct these first.");
    },
  };
}

export type Fields = Readonly<Record<string, unknown>>;

/** How a value is named in a sentence. Never the value itself when it is long. */
export function show(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return value.length > 60 ? `a text of ${value.length} characters` : JSON.stringify(value);
  return typeof value === "undefined" ? "nothing" : String(value);
}

/** An object whose keys are all known and all required ones are there; `undefined` where it is no object at all. */
export function fieldsOf(value: unknown, path: string, keys: { readonly required: readonly string[]; readonly optional?: readonly string[] }, to: Notes): Fields | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    to.note(path, `must be an object; found ${show(value)}.`);
    return undefined;
  }
  const known = [...keys.required, ...(keys.optional ?? [])];
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) to.note(path, `has an unknown key ${show(key)}; remove it or use one of ${known.join(", ")}.`);
  }
  for (const key of keys.required) {
    if (!Object.prototype.hasOwnProperty.call(value, key)) to.note(path, `lacks ${JSON.stringify(key)}; add it.`);
  }
  return value as Fields;
}

/** The own value under a key; what the prototype holds does not count. */
export function own(fields: Fields, key: string): unknown {
  return Object.prototype.hasOwnProperty.call(fields, key) ? fields[key] : undefined;
}

/** A list read item by item; items that read as `undefined` were noted and are left out. */
export function listOf<T>(value: unknown, path: string, most: number, item: (value: unknown, path: string) => T | undefined, to: Notes): readonly T[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    to.note(path, `must be a list; found ${show(value)}.`);
    return [];
  }
  if (value.length > most) {
    to.note(path, `has ${value.length} entries; at most ${most} are allowed.`);
    return [];
  }
  const items: T[] = [];
  value.forEach((entry: unknown, index) => {
    const read = item(entry, `${path}[${index}]`);
    if (read !== undefined) items.push(read);
  });
  return items;
}

/** One of a fixed set of words. */
export function wordOf<T extends string>(value: unknown, path: string, words: readonly T[], to: Notes): T | undefined {
  const word = words.find((one) => one === value);
  if (word === undefined && value !== undefined) to.note(path, `must be one of ${words.join(", ")}; found ${show(value)}.`);
  return word;
}

/** Notes entries that stand twice. */
export function noteTwins(values: readonly string[], path: string, to: Notes): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) to.note(path, `holds ${show(value)} twice; keep it once.`);
    seen.add(value);
  }
}
