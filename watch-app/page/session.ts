import { BasePage } from "@zeppos/zml/base-page";
import { getText } from "@zos/i18n";
import { GESTURE_RIGHT, offGesture, offKey, onGesture } from "@zos/interaction";
import { replace } from "@zos/router";
import { setStatusBarVisible } from "@zos/ui";
import { armAlarms } from "../device/alarm.ts";
import { type Held, holdScreen } from "../device/display.ts";
import { type Haptics, openHaptics } from "../device/haptics.ts";
import { listenToKeys } from "../device/keys.ts";
import { thisScreen } from "../device/screen.ts";
import { openSensors, type Sensors } from "../device/sensors.ts";
import { cuePreferences, journal, storedPlan } from "../device/store.ts";
import { Runner } from "../logic/runner.ts";
import type { View } from "../logic/view.ts";
import { type Detours, detoursOf } from "../ui/detours.ts";
import { offersInstead, type SessionView, sessionView } from "../ui/session.ts";

const now = (): number => Date.now();

Page(
  BasePage({
    timer: 0 as number | null,
    runner: null as Runner | null,
    view: null as SessionView | null,
    detours: null as Detours | null,
    haptics: null as Haptics | null,
    sensors: null as Sensors | null,
    held: null as Held | null,
    build() {
      setStatusBarVisible(false);
      const book = journal();
      const state = book.state();
      if (state === null) return void setTimeout(() => replace({ url: "page/home" }), 20);
      const stored = storedPlan();
      const preferences = cuePreferences();
      const haptics = openHaptics(preferences, setTimeout);
      const sensors = openSensors(now);
      this.haptics = haptics;
      this.sensors = sensors;
      this.held = holdScreen();
      const { heartRate, steps } = sensors;
      this.runner = new Runner(book, { now, vibrate: haptics.play, heartRate, steps, arm: armAlarms }, preferences);
      this.draw(state.head.before, stored === null ? null : stored.profile.emergencyNumber);
      this.listen();
      // Cues in the journal: this page is not the first of the session, the one before was closed or killed.
      const fresh = Object.keys(state.cues).length === 0;
      this.follow(fresh ? this.runner.tick() : this.runner.reopen());
    },
    draw(before: { back: number; leg: number } | null, emergencyNumber: string | null) {
      const runner = this.runner;
      if (runner === null) return;
      const view = sessionView(thisScreen(), getText, {
        pauseOrResume: () => this.toggle(),
        skipOrBack: () => this.follow(runner.press(runner.tick().status === "paused" ? "back" : "skip")),
        painOrMore: () => {
          if (runner.tick().status === "paused") this.detours?.more();
          else this.detours?.pain();
        },
        endOrInstead: () => {
          if (offersInstead(runner.tick())) this.follow(runner.press("instead"));
          else this.detours?.end();
        },
      });
      this.view = view;
      view.show(true);
      const follow = (seen: View): void => this.follow(seen);
      const leave = (): void => replace({ url: "page/after" });
      this.detours = detoursOf(thisScreen(), getText, { runner, main: view, before, emergencyNumber, follow, leave });
    },
    /** Draws what the runner saw and looks again when it says so; one timer at a time. */
    follow(seen: View) {
      if (this.timer === null) return;
      clearTimeout(this.timer);
      this.view?.draw(seen);
      if (seen.status === "ended") return this.finish();
      this.held?.keep(now(), seen.status === "running");
      this.timer = setTimeout(() => {
        if (this.runner !== null) this.follow(this.runner.tick());
      }, seen.waitMs);
    },
    finish() {
      this.runner?.close();
      this.held?.release();
      this.detours?.finished();
    },
    toggle() {
      const runner = this.runner;
      if (runner === null) return;
      this.follow(runner.press(runner.tick().status === "paused" ? "resume" : "pause"));
    },
    /** A swipe or the back key must not close a session; keys pause and end it with wet fingers. */
    listen() {
      onGesture({ callback: (gesture) => gesture === GESTURE_RIGHT });
      listenToKeys({
        paused: () => this.runner?.tick().status === "paused",
        asking: () => this.detours?.asking() ?? null,
        does: {
          toggle: () => this.toggle(),
          ask: () => this.detours?.end(),
          end: () => this.detours?.endNow(),
          "go-on": () => this.detours?.goOn(),
        },
      });
    },
    onDestroy() {
      if (this.timer !== null) clearTimeout(this.timer);
      this.timer = null;
      this.runner?.close();
      this.haptics?.stop();
      this.sensors?.close();
      this.held?.release();
      offGesture();
      offKey();
    },
  }),
);
