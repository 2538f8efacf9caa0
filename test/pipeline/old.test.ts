import { describe, expect, it } from "vitest";
import { addDays } from "../../core/calendar/calendar.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import type { Store } from "../../lambdas/adapters/store.ts";
import { plan } from "../../lambdas/plan/plan.ts";
import { foldFrom } from "../../lambdas/record/fold.ts";
import { Desk } from "./desk.ts";
import { firstVisit, PERSON, session } from "./events.ts";
import { foldFromZero, foldsIn, rowsIn } from "./truth.ts";

const FIRST = "2025-11-03";
const WEEKS = 40;
const LIFE: readonly LogEvent[] = [
  ...firstVisit(FIRST),
  ...Array.from({ length: WEEKS }, (_, week) => session(addDays(FIRST, 7 * week + 1), { pain: 1 + (week % 3) })),
];

async function lived(): Promise<Desk> {
  const desk = new Desk();
  await desk.record(...LIFE);
  return desk;
}

/** Counts the accesses of a fold, and lets something happen before a put of one. */
function watched(store: Store, beforePut: () => Promise<void> = async () => {}) {
  const counted = { reads: 0, writes: 0 };
  const seen: Store = {
    ...store,
    get: (...of) => {
      counted.reads += 1;
      return store.get(...of);
    },
    query: (...of) => {
      counted.reads += 1;
      return store.query(...of);
    },
    put: async (...of) => {
      counted.writes += 1;
      await beforePut();
      return store.put(...of);
    },
  };
  return { counted, seen };
}

function signal(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const ports = (store: Store, hasTime = () => true) => ({ store, pause: async () => {}, hasTime });

/** Puts the rows of an event as `record` does, and stops before its fold. */
async function kept(desk: Desk, event: LogEvent): Promise<void> {
  const folds = [...desk.memory.rows].filter(([, { sk }]) => sk.startsWith("R#"));
  await desk.record(event);
  for (const [id, { sk }] of [...desk.memory.rows]) if (sk.startsWith("R#")) desk.memory.rows.delete(id);
  for (const [id, row] of folds) desk.memory.rows.set(id, row);
}

describe("an old event of somebody with many later weeks", () => {
  it("reads the log a few times in all, not once a week", async () => {
    const desk = await lived();
    const old = session(addDays(FIRST, 2));
    await kept(desk, old);
    const { counted, seen } = watched(desk.memory.store());
    await foldFrom(ports(seen), PERSON, "2025-W45");
    expect(counted).toEqual({ reads: 8, writes: WEEKS });
    expect(foldsIn(desk.memory)).toEqual(foldFromZero([...LIFE, old]));
  });

  it("of this week takes four reads, two of them a look at the latest folds", async () => {
    const desk = await lived();
    const recent = session("2026-08-05");
    await kept(desk, recent);
    const { counted, seen } = watched(desk.memory.store());
    await foldFrom(ports(seen), PERSON, "2026-W32");
    expect(counted).toEqual({ reads: 4, writes: 1 });
    expect(foldsIn(desk.memory)).toEqual(foldFromZero([...LIFE, recent]));
  });

  it("that somebody else has folded meanwhile is not written again", async () => {
    const desk = await lived();
    const old = session(addDays(FIRST, 2));
    await kept(desk, old);
    let rival: Promise<unknown> | null = null;
    const { counted, seen } = watched(desk.memory.store(), async () => {
      rival ??= foldFrom(ports(desk.memory.store()), PERSON, "2025-W45");
      await rival;
    });
    await foldFrom(ports(seen), PERSON, "2025-W45");
    expect(counted.writes).toBe(1);
    expect(rowsIn(desk.memory, "R#").every(({ rev }) => Number(rev) <= 4)).toBe(true);
    expect(foldsIn(desk.memory)).toEqual(foldFromZero([...LIFE, old]));
  });

  it("looks again after writing, and finds a week that came meanwhile", async () => {
    const desk = await lived();
    const [old, recent] = [session(addDays(FIRST, 2)), session("2026-11-20")];
    await kept(desk, old);
    let came = false;
    const { seen } = watched(desk.memory.store(), async () => {
      if (!came) await desk.record(recent);
      came = true;
    });
    await foldFrom(ports(seen), PERSON, "2025-W45");
    expect(foldsIn(desk.memory)).toEqual(foldFromZero([...LIFE, old, recent]));
  });

  it("is in a week that came meanwhile, when its folder had read the fold before too early", async () => {
    const desk = await lived();
    const [old, recent] = [session(addDays(FIRST, 2)), session("2026-11-20")];
    await kept(desk, old);
    const store = desk.memory.store();
    let early: Promise<unknown> | null = null;
    const walked = signal();
    const { seen } = watched(store, async () => {
      if (early !== null) return;
      await kept(desk, recent);
      const atPut = signal();
      const late = watched(store, async () => {
        atPut.resolve();
        await walked.promise;
      });
      early = foldFrom(ports(late.seen), PERSON, "2026-W47");
      await atPut.promise;
    });
    await foldFrom(ports(seen), PERSON, "2025-W45");
    walked.resolve();
    await early;
    expect(foldsIn(desk.memory)).toEqual(foldFromZero([...LIFE, old, recent]));
  });

  it("is folded however often rivals come first, as long as there is time", async () => {
    const desk = await lived();
    const old = session(addDays(FIRST, 2));
    await kept(desk, old);
    const store = desk.memory.store();
    let lost = 0;
    const losing: Store = { ...store, put: async (...of) => (lost++ < 12 ? false : store.put(...of)) };
    await foldFrom(ports(losing), PERSON, "2025-W45");
    expect(foldsIn(desk.memory)).toEqual(foldFromZero([...LIFE, old]));
  });

  it("is to be delivered again when the time is over, and goes on from where it was", async () => {
    const desk = await lived();
    const old = session(addDays(FIRST, 2));
    await kept(desk, old);
    let left = 10;
    const store = desk.memory.store();
    const short = foldFrom(
      ports(store, () => left-- > 0),
      PERSON,
      "2025-W45",
    );
    await expect(short).rejects.toMatchObject({ code: "unavailable", retryable: true });
    const { counted, seen } = watched(store);
    await foldFrom(ports(seen), PERSON, "2025-W45");
    expect(counted.writes).toBe(WEEKS - 9);
    expect(foldsIn(desk.memory)).toEqual(foldFromZero([...LIFE, old]));
  });
});

describe("a plan while others record and plan", () => {
  it("ends well when a rival published first", async () => {
    const desk = await lived();
    desk.interruption = { at: "query", run: () => desk.plan() };
    await desk.plan();
    expect(desk.rev).toBe(1);
    expect(desk.alarm?.input.planRev).toBe(1);
  });

  it("tries again as long as there is time, however often the log changes", async () => {
    const desk = await lived();
    let times = 0;
    const again = async (): Promise<void> => {
      times += 1;
      await desk.record(session("2026-11-20", { time: `0${times}:00` }));
      if (times < 8) desk.interruption = { at: "schedule", run: again };
    };
    desk.interruption = { at: "schedule", run: again };
    await desk.plan();
    expect(times).toBe(8);
    await expect(plan({ ...desk.ports, hasTime: () => false }, PERSON)).rejects.toMatchObject({ retryable: true });
  });
});
