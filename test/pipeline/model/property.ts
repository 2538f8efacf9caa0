import assert from "node:assert/strict";
import fc from "fast-check";
import { Turns, turnsOf } from "../turns.ts";
import { holdsAtRest } from "./laws.ts";
import { anyTold } from "./told.ts";
import { type Fate, type Lies, World } from "./world.ts";

const HOUR_MS = 3_600_000;

const anyFate: fc.Arbitrary<Fate> = fc.record({
  crashAt: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 24 })),
  twice: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

/** Some hours of a life. All of it happens at once, at the moment when the first alarm of these hours rings. */
const anyStep = fc.record({
  hours: fc.integer({ min: 1, max: 60 }),
  told: fc.array(anyTold, { maxLength: 3 }),
  /** Each sends everything that is not acknowledged; false: the answer is lost. */
  syncs: fc.array(fc.boolean(), { maxLength: 2 }),
  replayed: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })),
  refused: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 })),
});
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

async function live(world: World, step: Step, holds: (world: World) => Promise<void>): Promise<void> {
  const untilMs = world.now + step.hours * HOUR_MS;
  begin(world, step, untilMs);
  do {
    await world.settle();
    await holds(world);
  } while (world.ringBefore(untilMs));
  world.now = untilMs;
}

function begin(world: World, { told, syncs, replayed, refused }: Step, untilMs: number): void {
  for (const one of told) world.tell(one);
  world.refuse = refused;
  world.ringBefore(untilMs);
  for (const answered of syncs) world.sync(answered);
  world.replay(replayed);
}

/** In the end everything arrives, since watch and browser send until they are answered. */
async function arrive(world: World): Promise<void> {
  world.refuse = 0;
  while (world.outbox.length > 0) {
    world.sync(true);
    await world.settle();
  }
  await holdsAtRest(world);
  assert.deepStrictEqual(new Set(world.told.map(({ id }) => id)), world.acked, "not everything was acknowledged");
}

/** A life of some weeks at most, with everything that can go wrong on the way; `lies` break the pipeline on purpose. */
export const everyLife = (lies?: Lies) =>
  fc.asyncProperty(
    turnsOf,
    fc.array(anyFate, { maxLength: 40 }),
    fc.array(anyStep, { minLength: 1, maxLength: 8 }),
    async (turns, fates, steps) => {
      const world = new World(new Turns(turns), fates, lies);
      for (const step of steps) await live(world, step, holdsAtRest);
      await arrive(world);
    },
  );

/** A life that ends with the deletion of the account in the middle of a step, and the same going on afterwards. */
export const everyDeparture = fc.asyncProperty(
  turnsOf,
  fc.array(anyFate, { maxLength: 40 }),
  fc.array(anyStep, { minLength: 2, maxLength: 6 }),
  async (turns, fates, [last, ...steps]) => {
    if (last === undefined) return;
    const world = new World(new Turns(turns), fates);
    world.sync(true);
    await world.settle();
    world.leave();
    await live(world, last, async () => {});
    const stored = JSON.stringify([...world.memory.rows]);
    const said = world.said.length;
    for (const step of steps) await live(world, step, async () => {});
    assert.equal(JSON.stringify([...world.memory.rows]), stored, "something was stored after the deletion");
    assert.equal(world.said.length, said, "something was said after the deletion");
    assert.ok(world.schedules.live.length === 0 || world.now < (world.schedules.next()?.atMs ?? 0), "an alarm is left");
  },
);
