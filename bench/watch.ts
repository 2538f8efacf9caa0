import { floorBlock, warmupBlock } from "../core/blocks/blocks.ts";
import type { Plan } from "../core/contract/plan.ts";
import { startEntry, T0 } from "../core/session/testing.ts";
import { fortyMinutes, sixtyMinutes } from "../test/watch/campaign/plans.ts";
import { begin, finishFrom } from "../test/watch/campaign/wearer.ts";
import { sessionsOf, worldWith } from "../test/watch/campaign/world.ts";
import { memoryFiles } from "../watch-app/store/files.ts";
import { openJournal } from "../watch-app/store/journal.ts";
import { type Figure, figure, percentile } from "./figure.ts";
import { quickSession } from "./quickjs.ts";

const DEVICE_DIR = "dist/watch/unpacked/round-480/device";
const HOUR_MS = 3_600_000;

/** Heap and tick of the packaged app and session page in QuickJS over an hour of running and walking. */
async function engine(): Promise<Figure[]> {
  const files = new Map<string, string>();
  openJournal(memoryFiles(files)).append(startEntry({ steps: sixtyMinutes().steps }));
  const run = await quickSession({ deviceDir: DEVICE_DIR, files, startMs: T0, playMs: HOUR_MS + 10_000 });
  return [
    figure("watch, heap of an empty QuickJS (bytes)", run.emptyBytes),
    figure("watch, peak heap of 60 min in QuickJS (bytes)", run.peakBytes),
    exact("watch, median tick in QuickJS (ms)", percentile(run.ticks, 0.5)),
    exact("watch, p99 tick in QuickJS (ms)", percentile(run.ticks, 0.99)),
  ];
}

/** As `figure`, but kept to a hundredth: a tick takes less than a tenth. */
const exact = (name: string, value: number): Figure => ({
  ...figure(name, value),
  value: Math.round(value * 100) / 100,
});

/** The longest session there is: forty minutes of running and walking between the longest exercises. */
function longest(): Plan {
  const plan = fortyMinutes();
  const [before, after] = [warmupBlock({ brittle: false }), floorBlock({ stage: 4, brittle: false })];
  return { ...plan, steps: [...before, ...plan.steps, ...after] };
}

const ANSWERS = { worst: { back: 2, leg: 0 }, after: { back: 2, leg: 0 }, rpe: 4, legSymptoms: false };

/** The same over the longest session: to the end of the walk, then, as after the questions, through the exercises on the floor. */
async function engineWithExercises(): Promise<Figure[]> {
  const files = new Map<string, string>();
  openJournal(memoryFiles(files)).append(startEntry({ steps: longest().steps }));
  const outing = await quickSession({ deviceDir: DEVICE_DIR, files, startMs: T0, playMs: HOUR_MS });
  const kept = new Map(outing.files);
  const journal = openJournal(memoryFiles(kept));
  const at = T0 + HOUR_MS;
  journal.append({ do: "answer", at, ...ANSWERS });
  journal.append({ do: "floor", at: at + 1_000 });
  const floor = await quickSession({ deviceDir: DEVICE_DIR, files: kept, startMs: at + 2_000, playMs: HOUR_MS / 2 });
  const ticks = [...outing.ticks, ...floor.ticks];
  return [
    figure("watch, peak heap with exercises in QuickJS (bytes)", Math.max(outing.peakBytes, floor.peakBytes)),
    exact("watch, median tick with exercises in QuickJS (ms)", percentile(ticks, 0.5)),
  ];
}

/** Bytes of all frames from the watch to the phone that carry a finished session with heart rate, check-in included. */
async function overTheLink(name: string, plan: Plan): Promise<Figure> {
  const world = await worldWith(plan);
  const { watch, server } = world;
  await begin(world);
  const { link } = watch.device.hardware;
  const toPhone = link.toPhone.bind(link);
  let bytes = 0;
  link.toPhone = (frame) => {
    bytes += frame.byteLength;
    return toPhone(frame);
  };
  await finishFrom(world);
  await watch.stop();
  if (sessionsOf(server)[0]?.data.trace?.hr === undefined) throw new Error("No session with heart rate arrived.");
  return figure(`watch, ${name} over the link (bytes)`, bytes);
}

/** What the packaged watch app costs; `dist/watch` must be built. */
export async function watchFigures(): Promise<Figure[]> {
  return [
    ...(await engine()),
    ...(await engineWithExercises()),
    await overTheLink("40-min session", fortyMinutes()),
    await overTheLink("40-min session with exercises", longest()),
  ];
}
