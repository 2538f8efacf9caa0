import { expect, it } from "vitest";
import { type HealthParts, healthOf } from "./health.ts";

const parts = (freeMb: number): HealthParts =>
  ({
    clock: { now: () => 0 },
    runtime: { health: () => ({}) },
    deliveries: { health: () => ({ backlog: 0, retrying: 0 }) },
    deadLetters: { list: () => [] },
    scheduler: { list: () => [] },
    sites: [],
    freeMb,
  }) as unknown as HealthParts;

it("says that the disk is nearly full while there is time to make room", () => {
  expect(healthOf(parts(100))).toMatchObject({ status: "ok", disk: { freeMb: 100 } });
  expect(healthOf(parts(99))).toMatchObject({ status: "degraded", disk: { freeMb: 99 } });
});
