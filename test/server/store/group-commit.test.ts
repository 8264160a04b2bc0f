import { groupCommits } from "../../../src/server/store/group-commit.ts";

test("what arrives during a commit shares the next one, in order, and each caller gets its own outcome", async () => {
  const commits: (readonly number[])[] = [];
  const add = groupCommits(async (items: readonly number[]) => {
    commits.push(items);
    return items.map((item) => item * 10);
  });
  const all = Array.from({ length: 45 }, (_, index) => add(index));
  expect(await Promise.all(all)).toEqual(Array.from({ length: 45 }, (_, index) => index * 10));
  expect(commits.map((items) => items.length)).toEqual([20, 20, 5]);
  expect(await add(45)).toBe(450);
});

test("a commit that fails is told to those in it, and the next one goes on", async () => {
  let fails = true;
  const add = groupCommits(async (items: readonly string[]) => {
    if (fails) throw new Error("disk full");
    return items;
  });
  const first = [add("a"), add("b")];
  expect((await Promise.allSettled(first)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  fails = false;
  expect(await add("c")).toBe("c");
});
