/** One caller's share of a transaction. */
interface Waiting<Item, Outcome> {
  readonly item: Item;
  resolve(outcome: Outcome): void;
  reject(thrown: unknown): void;
}

/** So many callers share a transaction at most; 100 entries each stay well below SQLite's bound on values in a statement. */
const MOST_TOGETHER = 20;

/**
 * Lets all that arrive while the disk is busy share the next commit. A durable commit waits for the disk, whatever is in it, and
 * with SQLite nothing else runs meanwhile: one each would hold a busy server to a few hundred requests a second.
 * @param commit carries out the items in order in one transaction and gives an outcome for each. When it rejects, none of them
 * was stored and every caller is told so.
 */
export function groupCommits<Item, Outcome>(commit: (items: readonly Item[]) => Promise<readonly Outcome[]>): (item: Item) => Promise<Outcome> {
  const queue: Waiting<Item, Outcome>[] = [];
  let running = false;

  const run = async (): Promise<void> => {
    while (queue.length > 0) {
      const together = queue.splice(0, MOST_TOGETHER);
      try {
        const outcomes = await commit(together.map(({ item }) => item));
        for (const [index, waiting] of together.entries()) waiting.resolve(outcomes[index] as Outcome);
      } catch (thrown) {
        for (const waiting of together) waiting.reject(thrown);
      }
      // Requests that came in during the commit are still in their sockets: let them be read first.
      await new Promise((resolve) => { setImmediate(resolve); });
    }
    running = false;
  };
  return (item) => new Promise((resolve, reject) => {
    queue.push({ item, resolve, reject });
    if (running) return;
    running = true;
    setImmediate(() => void run());
  });
}
