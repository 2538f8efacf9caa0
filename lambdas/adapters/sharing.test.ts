import { expect, it } from "vitest";
import { crowd, sharing } from "./sharing.ts";

function line() {
  const runs: { key: string; requests: readonly number[]; end: (error?: Error) => void }[] = [];
  const ask = sharing(
    (key: string, requests: readonly number[]) =>
      new Promise<number>((resolve, reject) => {
        const nth = runs.length;
        runs.push({ key, requests, end: (error) => (error === undefined ? resolve(nth) : reject(error)) });
      }),
  );
  return { runs, ask };
}
/** A run starts in another turn. */
const settled = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => setImmediate(done));
};

it("lets those who ask while one runs share the next run, which starts afterwards", async () => {
  const { runs, ask } = line();
  const first = ask("a", 1);
  await settled();
  const others = [ask("a", 2), ask("a", 3)];
  await settled();
  expect(runs.map(({ requests }) => requests)).toEqual([[1]]);
  runs[0]?.end();
  expect(await first).toBe(0);
  await settled();
  runs[1]?.end();
  expect(await Promise.all(others)).toEqual([1, 1]);
  expect(runs.map(({ requests }) => requests)).toEqual([[1], [2, 3]]);
});

it("keeps keys apart, and a failure to those who shared it", async () => {
  const { runs, ask } = line();
  const failing = ask("a", 1);
  const other = ask("b", 2);
  await settled();
  const next = ask("a", 3);
  runs[0]?.end(new Error("lost"));
  await expect(failing).rejects.toThrow("lost");
  runs[1]?.end();
  expect(await other).toBe(1);
  await settled();
  runs[2]?.end();
  expect(await next).toBe(2);
});

it("lets those of one turn share the first run", async () => {
  const { runs, ask } = line();
  const both = [ask("a", 1), ask("a", 2)];
  await settled();
  expect(runs.map(({ requests }) => requests)).toEqual([[1, 2]]);
  runs[0]?.end();
  expect(await Promise.all(both)).toEqual([0, 0]);
});

it("a crowd has left when everybody has who was there, whoever comes later", async () => {
  const { enter, left } = crowd();
  const leave = [enter("a"), enter("a")];
  enter("b");
  let gone = false;
  const all = left("a").then(() => {
    gone = true;
  });
  leave[0]?.();
  leave[0]?.();
  enter("a");
  await settled();
  expect(gone).toBe(false);
  leave[1]?.();
  await all;
  await left("c");
});
