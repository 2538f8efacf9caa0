import { expect, it } from "vitest";
import { killUnderLoad } from "./kills.ts";

it("a host that is killed under load keeps all that it acknowledged, and nothing differs from its fold", async () => {
  const { kills, acked } = await killUnderLoad(2, Math.random);
  expect(kills).toBe(2);
  expect(acked).toBeGreaterThan(2);
}, 300_000);
