import { describe, expect, it } from "vitest";
import { textIn } from "../../lambdas/adapters/squeeze.ts";
import { plan } from "../../lambdas/plan/plan.ts";
import { remind } from "../../lambdas/remind/remind.ts";
import { Desk, NOON } from "./desk.ts";
import { checkin, deleted, firstVisit, PERSON, profileChanged, screened, session } from "./events.ts";
import { rowsIn } from "./truth.ts";

const red = session("2026-11-21", { pain: 7 });

async function settled(now?: string): Promise<Desk> {
  const desk = new Desk(now);
  await desk.record(...firstVisit("2026-11-16"), session("2026-11-17"), checkin("2026-11-18"));
  await desk.plan();
  return desk;
}

describe("a plan", () => {
  it("writes nothing and keeps its number when the decision is the same", async () => {
    const desk = await settled();
    const rows = JSON.stringify([...desk.memory.rows.values()]);
    await desk.plan();
    expect(JSON.stringify([...desk.memory.rows.values()])).toBe(rows);
    expect(desk.rev).toBe(1);
    expect(desk.emitted.filter(({ type }) => type === "plan.published.v1")).toHaveLength(2);
  });

  it("counts up with each other decision and keeps the earlier ones", async () => {
    const desk = await settled();
    const first = desk.decision;
    await desk.record(red);
    await desk.plan();
    expect(desk.rev).toBe(2);
    expect(desk.decision.state).not.toBe(first.state);
    expect(rowsIn(desk.memory, "PH#").map(({ rev, decision }) => [rev, JSON.parse(textIn(decision))])).toEqual([
      [1, first],
    ]);
  });

  it("that was overtaken while it read leaves the plan that follows from everything", async () => {
    const desk = await settled();
    const before = desk.decision;
    await desk.record(red);
    // This run has read the bad session; before it decides, the session is deleted, which plans what is current already.
    desk.interruption = { at: "query", run: () => desk.record(deleted(red)).then(desk.plan) };
    await desk.plan();
    expect({ ...desk.decision, basis: [] }).toEqual({ ...before, basis: [] });
  });

  it("that was overtaken before it set its alarm leaves the alarm of the newer plan", async () => {
    const desk = await settled();
    await desk.record(red);
    desk.interruption = { at: "schedule", run: () => desk.record(deleted(red)).then(desk.plan) };
    await desk.plan();
    expect(desk.alarm?.input.planRev).toBe(desk.rev);
  });

  describe("of a run that saw the plan as it was a moment ago", () => {
    /** A desk whose second plan is current, and a run that glances at the first. */
    const behind = async () => {
      const desk = await settled();
      const [first = null] = rowsIn(desk.memory, "P#");
      await desk.record(red);
      await desk.plan();
      desk.alarm = null;
      return { desk, run: () => plan({ ...desk.ports, glances: async () => [null, first] }, PERSON) };
    };

    it("sets the alarm of the plan that is", async () => {
      const { desk, run } = await behind();
      await run();
      expect([desk.rev, desk.alarm?.input.planRev]).toEqual([2, 2]);
    });

    it("is what follows from everything, though it says again what was said then", async () => {
      const { desk, run } = await behind();
      await desk.record(deleted(red));
      await run();
      expect([desk.rev, desk.alarm?.input.planRev]).toEqual([3, 3]);
    });
  });

  it("is made for nobody who is deleted", async () => {
    const desk = new Desk();
    await desk.record(...firstVisit("2026-11-16"));
    await desk.memory.store().put({ pk: `U#${PERSON}`, sk: "ACCOUNT", deletedAt: NOON });
    await desk.plan();
    expect(desk.rev).toBe(0);
    const rows = desk.memory.rows.size;
    await desk.record(session("2026-11-17"));
    expect(desk.memory.rows.size).toBe(rows);
  });
});

describe("the one alarm of a person", () => {
  it("rings for the next session at its local time", async () => {
    const desk = await settled();
    const { date, startLocal } = desk.decision;
    // Berlin is an hour ahead of UTC in winter.
    const dueAt = new Date(Date.parse(`${date}T${startLocal}:00Z`) - 3_600_000).toISOString();
    expect(desk.alarm).toEqual({
      atMs: Date.parse(dueAt),
      input: { person: PERSON, planRev: 1, what: "session", dueAt },
    });
  });

  it("moves with the zone although the plan stays the same", async () => {
    const desk = await settled();
    const before = desk.alarm?.atMs ?? 0;
    await desk.record(profileChanged("2026-11-22", { zone: "Atlantic/Azores" }));
    await desk.plan();
    expect((desk.alarm?.atMs ?? 0) - before).toBe(2 * 3_600_000);
  });

  it("rings the morning after a session, until somebody has said how it is", async () => {
    const desk = await settled("2026-11-21T12:00:00Z");
    await desk.record(session("2026-11-21"));
    await desk.plan();
    expect(desk.alarm).toMatchObject({ atMs: Date.parse("2026-11-22T06:00:00Z"), input: { what: "morning" } });
    await desk.record(checkin("2026-11-22"));
    await desk.plan();
    expect(desk.alarm).toMatchObject({ input: { what: "session" } });
  });

  it("asks for no morning after a session that was deleted", async () => {
    const desk = await settled("2026-11-21T12:00:00Z");
    const walked = session("2026-11-21");
    await desk.record(walked, deleted(walked));
    await desk.plan();
    expect(desk.alarm).toMatchObject({ input: { what: "session" } });
  });

  it("rings half an hour after the usual time of waking for somebody who told none", async () => {
    const desk = new Desk("2026-11-21T12:00:00Z");
    const placement = { walkMin: 40, jog: null };
    await desk.record(screened("2026-11-16"), profileChanged("2026-11-16", { placement, zone: "Europe/Berlin" }));
    await desk.record(session("2026-11-21", { level: 4 }));
    await desk.plan();
    expect(desk.alarm).toMatchObject({ atMs: Date.parse("2026-11-22T06:00:00Z"), input: { what: "morning" } });
  });

  it("is cleared when nothing is due", async () => {
    const desk = await settled();
    await desk.record(screened("2026-11-22", [2]));
    await desk.plan();
    expect(desk.decision.lock).toMatchObject({ kind: "E" });
    expect(desk.alarm).toBeNull();
  });
});

describe("when the alarm rings", () => {
  const dueAt = "2026-11-24T05:30:00.000Z";
  const ring = (desk: Desk, planRev: number) => remind(desk.ports, { person: PERSON, planRev, what: "session", dueAt });

  it("says so, and is set for what comes next", async () => {
    const desk = await settled();
    desk.now = new Date(desk.alarm?.atMs ?? 0).toISOString();
    await ring(desk, 1);
    expect(desk.emitted.at(-1)).toEqual({
      type: "reminder.due.v1",
      detail: { person: PERSON, planRev: 1, what: "session", dueAt },
    });
    expect(desk.alarm?.atMs).toBeGreaterThan(Date.parse(desk.now));
  });

  it("says so once, however often it rings", async () => {
    const desk = await settled();
    await Promise.all([ring(desk, 1), ring(desk, 1)]);
    await ring(desk, 1);
    expect(desk.emitted.filter(({ type }) => type === "reminder.due.v1")).toHaveLength(1);
  });

  it("says nothing for a plan that was replaced, but is set again", async () => {
    const desk = await settled();
    await desk.record(red);
    await desk.plan();
    const right = desk.alarm;
    desk.alarm = null;
    const said = desk.emitted.length;
    await ring(desk, 1);
    expect(desk.emitted).toHaveLength(said);
    expect(desk.alarm).toEqual(right);
  });

  it("is set for the newer plan when one comes while it rings", async () => {
    const desk = await settled();
    desk.interruption = { at: "schedule", run: () => desk.record(red).then(desk.plan) };
    await ring(desk, 1);
    expect(desk.alarm?.input.planRev).toBe(desk.rev);
    expect(desk.rev).toBe(2);
  });
});
