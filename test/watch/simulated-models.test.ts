import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SimulatedWatch } from "../../simulator/node/index.ts";
import { PACKAGE_DIR, pairedWatch, SECOND, startSession } from "./simulated-play.ts";

type Variant = { id: string; width: number; height: number };
const { variants } = JSON.parse(readFileSync(join(PACKAGE_DIR, "manifest.json"), "utf8")) as { variants: Variant[] };

/** Widgets on the screen now that reach beyond its edge. */
function beyondEdge(watch: SimulatedWatch, { width, height }: Variant): object[] {
  const nodes = watch.device.watch.program.page?.tree.root ?? [];
  return nodes
    .filter(({ visible }) => visible)
    .map(({ type, props }) => ({ type, ...props }) as { type: string; x: number; y: number; w: number; h: number })
    .filter(({ x, y, w, h }) => x < 0 || y < 0 || x + w > width || y + h > height);
}

describe.each(variants)("on a $id screen", (variant) => {
  it("every page up to the session asks only for what the watch has, and draws inside the screen", async () => {
    const { watch } = await pairedWatch({ variant: variant.id });
    expect(beyondEdge(watch, variant)).toEqual([]);
    await watch.tap("Start");
    await watch.clock.advance(SECOND);
    expect(beyondEdge(watch, variant)).toEqual([]);
    await watch.press("BACK");
    await watch.boot();
    await startSession(watch);
    await watch.clock.advance(5 * SECOND);
    expect(beyondEdge(watch, variant)).toEqual([]);
    expect(watch.violations).toEqual([]);
    expect(watch.events.filter(({ kind }) => kind === "error")).toEqual([]);
    await watch.stop();
  });
});
