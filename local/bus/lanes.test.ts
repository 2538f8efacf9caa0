import { expect, it } from "vitest";
import { Guests } from "../guests.ts";
import type { Delivery } from "./delivery.ts";
import { Lanes } from "./lanes.ts";

const delivery = (functionArn: string): Delivery => ({
  id: "id",
  functionArn,
  payload: {},
  deadLetter: null,
  acceptedAt: 0,
  failures: 0,
  dueAt: 0,
});

function lanes() {
  const guests = new Guests();
  const ends: (() => void)[] = [];
  const run = () => new Promise<void>((end) => ends.push(end));
  return { guests, ends, lanes: new Lanes(run, guests) };
}
const turn = () => new Promise((done) => setImmediate(done));

it("each function has a lane of its own, which starts no more than there is room for", async () => {
  const { lanes: of, ends } = lanes();
  for (let n = 0; n < 50; n += 1) of.add(delivery("a"));
  of.add(delivery("b"));
  expect(ends).toHaveLength(41);
  for (const end of ends.splice(0)) end();
  await turn();
  expect(ends).toHaveLength(10);
  expect(of.idle).toBe(false);
  for (const end of ends.splice(0)) end();
  await turn();
  expect(of.idle).toBe(true);
});

it("gives way to who waits for an answer, but never stops", async () => {
  const { lanes: of, ends, guests } = lanes();
  guests.enter();
  guests.enter();
  for (let n = 0; n < 30; n += 1) of.add(delivery("a"));
  expect(ends).toHaveLength(1);
  ends.splice(0)[0]?.();
  await turn();
  expect(ends).toHaveLength(1);
  guests.leave();
  expect(ends).toHaveLength(10);
  guests.leave();
  expect(ends).toHaveLength(29);
});
