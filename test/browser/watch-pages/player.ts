import type { WidgetNode } from "../../../simulator/host/widgets.ts";
import type { SimulatedWatch } from "../../../simulator/node/index.ts";
import type { Cloud } from "../../watch/cloud.ts";

/** What a page draws, without what it does. */
export type Drawn = { readonly type: string; readonly props: Record<string, unknown>; readonly children: Drawn[] };
/** One look at the watch: a name for it, everything visible, and whether a picture of it is kept. */
export type Look = {
  readonly name: string;
  readonly nodes: readonly Drawn[];
  readonly kept: boolean;
  /** Width and height of a shortcut card, which has corners of its own. */
  readonly card?: readonly [number, number];
};

const drawn = (nodes: readonly WidgetNode[]): Drawn[] =>
  nodes
    .filter(({ visible }) => visible)
    .map(({ type, props, children }) => ({
      type,
      props: Object.fromEntries(Object.entries(props).filter(([, value]) => typeof value !== "function")),
      children: drawn(children),
    }));

/** Plays the package in one language on one screen, and keeps what its pages draw. */
export class Player {
  readonly looks: Look[] = [];
  readonly watch: SimulatedWatch;
  readonly cloud: Cloud;
  readonly say: (key: string) => string;

  constructor(watch: SimulatedWatch, cloud: Cloud, texts: ReadonlyMap<string, string>) {
    this.watch = watch;
    this.cloud = cloud;
    this.say = (key) => texts.get(key) ?? key;
  }

  look(name: string, kept = true): void {
    const { hardware, watch } = this.watch.device;
    const open = watch.program.front();
    if (open === null) throw new Error(`${name}: the watch face is open`);
    const { width } = hardware.variant;
    const tall = open.tree.cardHeight;
    const card = tall === null ? {} : { card: [Math.round(width * 0.84), tall] as const };
    this.looks.push({ name, nodes: drawn(open.tree.root), kept, ...card });
  }

  async tap(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.watch.tap(this.say(key));
      await this.watch.clock.advance(60);
    }
  }

  async pair(): Promise<void> {
    await this.watch.phone.settings();
    await this.watch.phone.press(this.say("settings.pair"));
    this.cloud.confirmed = true;
    await this.watch.clock.advance(7_000);
    await this.watch.light(true);
    await this.tap("home.sync");
    await this.watch.clock.advance(4_000);
  }
}
