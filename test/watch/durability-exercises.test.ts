import { expect, test } from "vitest";
import { exercisePlan } from "./campaign/plans.ts";
import { chanceOf } from "./campaign/seeded.ts";
import { AFTER, begin } from "./campaign/wearer.ts";
import { misuse, openSaved, type Saved, save, sessionsOf, type World, worldWith } from "./campaign/world.ts";
import { MINUTE, SECOND } from "./simulated-play.ts";

/** Does what a person would, floor exercises included, until everything is sent. */
async function through({ watch }: World): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) {
    const { page, buttons } = watch.screen();
    if (page === "page/floor" && buttons.includes("Start")) await watch.tap("Start");
    else if (page !== "page/summary" && buttons.join() === "Done") await watch.tap("Done");
    else if (page === "page/session") {
      await watch.clock.until(() => watch.screen().buttons.join() === "Done", 30 * MINUTE);
    } else if (page === "page/after") for (const answer of AFTER) await watch.tap(answer);
    else if (page === "page/summary" || buttons.includes("Sync")) break;
    await watch.clock.advance(SECOND);
  }
  await watch.clock.advance(30 * SECOND);
}

/** Every so many writes of the session, so that the whole stays short. */
const EVERY = 6;

test("cut off at writes of a session with exercises before and after: one record, whole, no cue twice", async () => {
  const world = await worldWith(exercisePlan(chanceOf(1)));
  const writes: Saved[] = [];
  world.disk.onWrite = () => writes.push(save(world));
  const startedAt = await begin(world);
  await through(world);
  await world.watch.stop();
  const cuts = writes.filter(({ at }, index) => at > startedAt && index % EVERY === 0);
  expect(cuts.length).toBeGreaterThan(8);
  for (const left of cuts) {
    const again = await openSaved(left, 1_500);
    await again.watch.clock.advance(SECOND);
    await through(again);
    const sessions = sessionsOf(again.server);
    expect(sessions).toHaveLength(1);
    const { steps, cues, outcome } = sessions[0]?.data ?? { steps: [], cues: [], outcome: null };
    expect(outcome).toBe("completed");
    expect(steps.map(({ doneS }) => doneS)).toEqual(steps.map(({ plannedS }) => plannedS));
    const due = cues.filter(({ kind }) => kind !== "here").map(({ kind, dueMs }) => `${kind}@${dueMs}`);
    expect(new Set(due).size).toBe(due.length);
    expect(misuse(again.watch)).toEqual([]);
    await again.watch.stop();
  }
}, 180_000);
