import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePo } from "../../../bin/watch-po.mjs";
import type { SimulatedWatch } from "../../../simulator/node/index.ts";
import { ROOT } from "../../watch/build.ts";
import { Cloud, planOf } from "../../watch/cloud.ts";
import { MORNING, open } from "../../watch/journey.ts";
import { Exercises, LATE, STEPS } from "./exercises.ts";
import { type Look, Player } from "./player.ts";

/** The longest sentence there is: a step back, with its reason and what moves on. */
const RULES = [
  { id: "U.step-back-1", inputs: { from: 10, to: 9 } },
  { id: "C.amber.short", inputs: { reason: "effort" } },
  { id: "U.stuck", inputs: { level: 9 } },
];
const BAD_DAY = ["5", "0"] as const;

/** Plays the package through every page it has. */
class Story extends Player {
  async setUp(): Promise<void> {
    await this.watch.clock.advance(1_000);
    this.look("home-unpaired");
    await this.pair();
  }

  async around(): Promise<void> {
    this.look("home");
    await this.watch.swipe("UP");
    this.look("home-scrolled");
    await this.tap("home.more");
    this.look("more");
    await this.tap("more.why");
    this.look("why");
    await this.watch.kill();
    await this.watch.boot();
    await this.watch.clock.advance(500);
    await this.tap("home.more", "more.cues");
    this.look("cues-run");
    await this.tap("cues.strength", "cues.next");
    this.look("cues-walk");
    this.watch.device.hardware.files.full = true;
    await this.watch.swipe("RIGHT");
    this.look("cues-full");
    this.watch.device.hardware.files.full = false;
    await this.tap("done", "more.cues");
    await this.watch.swipe("RIGHT");
    await this.watch.clock.advance(60);
    await this.tap("more.home");
  }

  async card(): Promise<void> {
    await this.watch.press("BACK");
    await this.watch.swipe("RIGHT");
    this.look("card");
    await this.tap("remind.open");
    await this.watch.clock.advance(500);
  }

  async battery(): Promise<void> {
    const { hardware } = this.watch.device;
    hardware.batteryPct = 7;
    await this.tap("home.start");
    this.look("battery");
    await this.tap("done");
    this.look("battery-choice");
    hardware.batteryPct = 82;
    await this.tap("home.later");
  }

  async before(): Promise<void> {
    await this.tap("home.start");
    this.look("before-score");
    await this.tap(...BAD_DAY);
    this.look("before-well");
    this.watch.device.hardware.files.full = true;
    await this.tap("answer.well");
    this.look("before-full");
    this.watch.device.hardware.files.full = false;
    await this.tap("done");
    this.look("gate");
    await this.tap("gate.notToday", "home.start", "2", "1", "answer.well");
  }

  async session(): Promise<void> {
    const { watch } = this;
    await watch.clock.advance(5_000);
    this.look("warm-up");
    await watch.clock.advance(297_000);
    this.look("run");
    await this.tap("session.pain");
    this.look("pain");
    await this.tap("pain.backOrLeg");
    this.look("pain-score");
    await this.tap("4", "0");
    this.look("pain-then");
    await this.tap("pain.easeOff");
    await watch.clock.advance(3_000);
    await this.tap("session.pause");
    this.look("paused");
    await this.tap("session.more");
    this.look("session-more");
    await this.tap("session.goOn", "session.end");
    this.look("end-why");
    await this.tap("end.effort");
    this.look("ended");
  }

  async after(): Promise<void> {
    await this.tap("done");
    // Pain was told on the way: there is nothing to compare.
    this.look("after-score");
    await this.tap("5", "1", "3", "0");
    this.look("after-effort");
    await this.tap("6");
    this.look("after-leg");
    await this.tap("answer.no");
    this.look("after-check");
    await this.tap("after.tellMore");
    this.look("extra");
    await this.tap("extra.surface");
    this.look("ground");
    await this.tap("surface.treadmill", "done", "done");
    await this.watch.clock.advance(6_000);
    this.look("summary");
    await this.tap("done");
  }

  async unchanged(): Promise<void> {
    await this.tap("home.startWalk", "2", "1", "answer.well", "session.end", "end.external", "done");
    this.look("after-compared");
    await this.tap("answer.asBefore", "3", "answer.no", "done");
    await this.watch.clock.advance(6_000);
    await this.tap("done");
  }

  async morning(): Promise<void> {
    await this.watch.clock.advance(26 * 3_600_000);
    await this.watch.boot();
    await this.watch.clock.advance(500);
    this.look("morning-call");
    await this.tap("morning.open");
    this.look("morning");
    await this.tap("3", "1");
    this.look("morning-thanks");
    await this.tap("done");
    await this.watch.clock.advance(5_000);
    this.look("home-between");
  }

  async trouble(): Promise<void> {
    const { watch } = this;
    await this.tap("home.startWalk", "1", "0", "answer.well");
    await watch.clock.advance(2_000);
    await watch.reboot();
    await watch.clock.advance(700_000);
    await watch.boot();
    await watch.clock.advance(500);
    this.look("resume");
    await this.tap("resume.keptGoing");
    this.cloud.up = false;
    await this.tap("session.pain", "pain.redFlag");
    this.look("red-flag");
    await this.tap("done");
    await watch.clock.advance(25_000);
    this.look("locked");
    const { files } = watch.device.hardware;
    for (const path of files.paths().filter((each) => each.includes("outbox/"))) files.corrupt(path);
    await watch.kill();
    await watch.boot();
    await watch.clock.advance(500);
    this.look("damaged");
  }
}

const textsOf = (language: string): ReadonlyMap<string, string> =>
  parsePo(readFileSync(join(ROOT, "watch-app/i18n", `${language}.po`), "utf8"));

const watchFor = (cloud: Cloud, variant: string, language: string, clockStartMs = MORNING): Promise<SimulatedWatch> =>
  open(cloud, {
    ...{ variant, language, clockStartMs },
    screenTimeoutMs: 3_600_000,
    realNow: () => Date.UTC(2026, 11, 24),
  });

async function closed({ watch, looks }: Player): Promise<readonly Look[]> {
  if (watch.violations.length > 0) throw new Error(String(watch.violations[0]));
  await watch.stop();
  return looks;
}

async function storyLooks(variant: string, language: string): Promise<readonly Look[]> {
  const cloud = new Cloud({ ...planOf(9, "2026-11-20"), rules: RULES });
  const story = new Story(await watchFor(cloud, variant, language), cloud, textsOf(language));
  await story.setUp();
  await story.around();
  await story.card();
  await story.battery();
  await story.before();
  await story.session();
  await story.after();
  await story.unchanged();
  await story.morning();
  await story.trouble();
  return closed(story);
}

async function exerciseLooks(variant: string, language: string): Promise<readonly Look[]> {
  const cloud = new Cloud({ ...planOf(0, "2026-11-20"), steps: [...STEPS] });
  const watch = await watchFor(cloud, variant, language, LATE);
  const exercises = new Exercises(watch, cloud, textsOf(language));
  await exercises.before();
  await exercises.offer();
  await exercises.floor();
  return closed(exercises);
}

/** @param language as the catalogues are called, for example `de-DE` */
export const looksOf = async (variant: string, language: string): Promise<readonly Look[]> => [
  ...(await storyLooks(variant, language)),
  ...(await exerciseLooks(variant, language)),
];
