import { expect, test } from "vitest";
import { memoryFiles } from "../store/files.ts";
import { openOutbox } from "../store/outbox.ts";
import { slots } from "../store/slots.ts";
import { damageText } from "./damage.ts";

const say = (key: string): string => `${key} {n}`;

test("nothing damaged, nothing said; else every loss has its sentence", () => {
  expect(damageText({ session: null, records: 0, plan: false }, say)).toBe("");
  expect(damageText({ session: "piece", records: 2, plan: true }, say)).toBe(
    "damage.session {n} damage.records 2 damage.plan {n}",
  );
  expect(damageText({ session: "all", records: 0, plan: false }, say)).toBe("damage.wholeSession {n}");
});

test("a damaged record is counted and goes once it was said; the others stay", () => {
  const content = new Map<string, string>();
  const opened = () => openOutbox(memoryFiles(content));
  const event = { type: "checkin.reported.v1", at: "", localDate: "2026-11-20", utcOffsetMin: 0, data: {} } as const;
  for (const id of ["a", "b"]) opened().put({ ...event, id });
  expect(opened().damaged()).toEqual([]);
  content.set("outbox/a", `x${content.get("outbox/a")}`);
  const outbox = opened();
  expect(outbox.damaged()).toEqual(["a"]);
  outbox.clearDamaged();
  expect(outbox.damaged()).toEqual([]);
  expect(outbox.waiting().map(({ id }) => id)).toEqual(["b"]);
});

test("a value is lost only when both its files are", () => {
  const content = new Map<string, string>();
  const value = slots(memoryFiles(content), "plan");
  expect(value.lost()).toBe(false);
  value.write(1);
  value.write(2);
  content.set("plan.b", "torn");
  expect([value.lost(), value.read()]).toEqual([false, 1]);
  content.set("plan.a", "torn");
  expect([value.lost(), value.read()]).toEqual([true, null]);
});
