import { expect, test } from "vitest";
import { memoryFiles } from "../store/files.ts";
import { openOutbox, type WatchEvent } from "../store/outbox.ts";
import { readPlanAnswer, type WatchPlan } from "./plan.ts";
import { batchOf, sync } from "./sync.ts";

const event = (id: string, filler = 0): WatchEvent => ({
  id,
  type: "checkin.reported.v1",
  at: "2026-11-22T06:00:00.000Z",
  localDate: "2026-11-22",
  utcOffsetMin: 60,
  data: { note: "x".repeat(filler) },
});

const PLAN = {
  plan: {
    planId: "01930000-0000-7000-8000-000000000009",
    rev: 3,
    date: "2026-11-24",
    startLocal: "07:30",
    level: 5,
    steps: [{ kind: "warmup-walk", move: null, side: null, plannedS: 300 }],
    state: "hold",
    rules: [],
    sentence: "Same again.",
    wouldChange: [],
    basis: [],
    lock: null,
    provisional: false,
  },
  profile: { heartRate: null, cues: {}, language: "en", units: "metric", emergencyNumber: null },
};

function filled(...ids: string[]) {
  const outbox = openOutbox(memoryFiles());
  for (const id of ids) outbox.put(event(id));
  return outbox;
}

/** A phone that takes what `answer` says and remembers what it was asked. */
function phone(answer: (method: string, ids: string[]) => unknown) {
  const asked: [string, object][] = [];
  const ask = (method: string, params: object): Promise<unknown> => {
    asked.push([method, params]);
    const ids = ((params as { events?: WatchEvent[] }).events ?? []).map(({ id }) => id);
    return Promise.resolve(answer(method, ids));
  };
  return { ask, asked };
}

const accepted = (): boolean => true;
const good = (method: string, ids: string[]) =>
  method === "backstride.events" ? { code: "ok", acked: ids, rejected: [], retry: [] } : { code: "ok", answer: PLAN };

test("everything is sent, cleared on the ack, and the plan kept", async () => {
  const outbox = filled("a", "b");
  const kept: WatchPlan[] = [];
  const { ask, asked } = phone(good);
  expect(await sync(ask, outbox, (plan) => kept.push(plan) > 0, "Balance")).toEqual({
    code: "ok",
    left: 0,
    refused: 0,
  });
  expect(kept.map(({ plan }) => plan?.rev)).toEqual([3]);
  expect(asked.map(([method]) => method)).toEqual(["backstride.events", "backstride.plan"]);
  expect(asked[1]?.[1]).toEqual({ settleMs: 2000, device: "Balance", waiting: 0 });
});

test("a plan that does not fit on the watch any more is no good sync", async () => {
  const { ask } = phone(good);
  expect(await sync(ask, filled("a"), () => false, "Balance")).toEqual({ code: "full", left: 0, refused: 0 });
});

test("with nothing to send the plan is asked for at once", async () => {
  const { ask, asked } = phone(good);
  await sync(ask, filled(), accepted, "Balance");
  expect(asked).toEqual([["backstride.plan", { settleMs: 0, device: "Balance", waiting: 0 }]]);
});

test("a refused record is laid aside, the rest goes through", async () => {
  const outbox = filled("a", "b");
  const { ask } = phone((method, ids) =>
    method === "backstride.events"
      ? {
          code: "ok",
          acked: ids.filter((id) => id !== "a"),
          rejected: [{ id: "a", code: "invalid", field: "data", message: "no" }],
          retry: [],
        }
      : { code: "ok", answer: PLAN },
  );
  expect(await sync(ask, outbox, accepted, "")).toEqual({ code: "ok", left: 0, refused: 1 });
});

test("what the server wants again later stays, and the plan is still fetched", async () => {
  const outbox = filled("a");
  const { ask, asked } = phone((method, ids) =>
    method === "backstride.events" ? { code: "ok", acked: [], rejected: [], retry: ids } : { code: "ok", answer: PLAN },
  );
  expect(await sync(ask, outbox, accepted, "")).toEqual({ code: "later", left: 1, refused: 0 });
  expect(asked).toHaveLength(2);
});

test.each(["unpaired", "revoked", "address"])("%s ends the sync and loses nothing", async (code) => {
  const outbox = filled("a");
  const { ask, asked } = phone(() => ({ code }));
  expect(await sync(ask, outbox, accepted, "")).toEqual({ code, left: 1, refused: 0 });
  expect(asked).toHaveLength(1);
});

test("a phone that does not answer, or answers nonsense, loses nothing", async () => {
  const outbox = filled("a");
  const silent = () => Promise.reject(Object.assign(new Error("timeout"), { code: 4 }));
  expect((await sync(silent, outbox, accepted, "")).code).toBe("phone");
  expect((await sync(() => Promise.resolve("?"), outbox, accepted, "")).code).toBe("phone");
  expect((await sync(() => Promise.resolve(null), outbox, accepted, "")).code).toBe("phone");
  expect(outbox.waiting()).toHaveLength(1);
});

test("an ack for something else clears nothing", async () => {
  const outbox = filled("a");
  const { ask } = phone((method) =>
    method === "backstride.events"
      ? { code: "ok", acked: ["z"], rejected: [{ id: null, code: "x", message: "" }] }
      : { code: "ok", answer: PLAN },
  );
  expect(await sync(ask, outbox, accepted, "")).toMatchObject({ code: "later", left: 1 });
});

test("messages stay small and below ten records, but a large record still goes alone", () => {
  const batch = (events: readonly WatchEvent[]) =>
    batchOf(events, { whole: (id) => events.find((one) => one.id === id) ?? null });
  const many = Array.from({ length: 15 }, (_, index) => event(`id-${index}`));
  expect(batch(many)).toHaveLength(10);
  expect(batch([event("a", 3000), event("b", 3000)])).toHaveLength(1);
  expect(batch([event("a", 9000), event("b")])).toHaveLength(1);
  expect(batch([])).toEqual([]);
});

test("a record damaged since it was read is left out and said; the others are sent", async () => {
  const content = new Map<string, string>();
  const outbox = openOutbox(memoryFiles(content));
  for (const id of ["a", "b"]) outbox.put(event(id));
  expect(outbox.waiting()).toHaveLength(2);
  content.set("outbox/a", "torn");
  const { ask, asked } = phone(good);
  expect(await sync(ask, outbox, accepted, "")).toEqual({ code: "ok", left: 0, refused: 0 });
  expect(asked.map(([method]) => method)).toEqual(["backstride.events", "backstride.plan"]);
  expect(outbox.damaged()).toEqual(["a"]);
});

test("a record damaged since it was read, alone: nothing is sent for it", async () => {
  const content = new Map<string, string>();
  const outbox = openOutbox(memoryFiles(content));
  outbox.put(event("a"));
  expect(outbox.waiting()).toHaveLength(1);
  content.set("outbox/a", "torn");
  const { ask, asked } = phone(good);
  expect(await sync(ask, outbox, accepted, "")).toMatchObject({ code: "ok", left: 0 });
  expect(asked.map(([method]) => method)).toEqual(["backstride.plan"]);
});

test("a plan that cannot be followed is not kept", async () => {
  const kept: WatchPlan[] = [];
  const bad = { ...PLAN, plan: { ...PLAN.plan, level: 99 } };
  const { ask } = phone(() => ({ code: "ok", answer: bad }));
  expect((await sync(ask, filled(), (plan) => kept.push(plan) > 0, "")).code).toBe("later");
  expect(kept).toEqual([]);
});

test("a newer server may send more, an absent plan is an answer too", () => {
  expect(readPlanAnswer({ ...PLAN, plan: { ...PLAN.plan, tomorrow: 1 }, more: 2 })?.plan?.level).toBe(5);
  expect(readPlanAnswer({ plan: null })?.profile.language).toBe("en");
  expect(readPlanAnswer({})).toBeNull();
  expect(readPlanAnswer("plan")).toBeNull();
  expect(readPlanAnswer({ plan: { ...PLAN.plan, steps: [{ kind: "sprint", plannedS: 5 }] } })).toBeNull();
});
