import type { Alarm } from "./alarms.ts";
import type { Hardware } from "./hardware.ts";
import { ProgramRuntime } from "./runtime.ts";
import type { WidgetNode } from "./widgets.ts";

export type Key = "BACK" | "SELECT" | "HOME" | "UP" | "DOWN" | "SHORTCUT";
export type Gesture = "UP" | "DOWN" | "LEFT" | "RIGHT";

/** The watch as its wearer handles it. */
export class Watch {
  readonly hardware: Hardware;
  readonly program: ProgramRuntime;

  constructor(hardware: Hardware) {
    this.hardware = hardware;
    this.program = new ProgramRuntime(hardware);
    hardware.screen.onPageEnd = () => this.#screenDarkForLong();
    hardware.screen.onWake = () => this.#wake();
    hardware.alarms.onDue = (alarm) => this.#alarm(alarm);
  }

  /** Opens the program from the watch face. */
  async open(): Promise<void> {
    if (!this.hardware.screen.isOn()) this.hardware.screen.set(true);
    if (!this.program.isRunning()) await this.program.launch();
  }

  /** Ends the program as a crash would: no farewell, no lifecycle method. */
  kill(): void {
    this.program.kill();
    this.hardware.events.add("app", "The app was killed", { code: "killed" });
  }

  /** Switches the watch off and on: the program is gone, alarms that were not stored too. */
  reboot(): void {
    this.program.kill();
    this.hardware.motor.stop();
    this.hardware.alarms.reboot();
    this.hardware.screen.set(true);
    this.hardware.events.add("app", "The watch was rebooted", { code: "rebooted" });
    this.hardware.overlay.emit();
  }

  tap(node: WidgetNode, row?: number): void {
    this.hardware.screen.touch();
    const { context } = this.program.front() ?? {};
    if (context === undefined) return;
    if (node.type === "BUTTON") this.#callback(node, "click_func", node);
    if (node.type === "SCROLL_LIST" && row !== undefined) this.#callback(node, "item_click_func", node, row, "");
    for (const event of ["CLICK_DOWN", "CLICK_UP"]) {
      for (const listener of node.listeners.get(event) ?? []) {
        context.run("click", () => listener({ x: 0, y: 0, type: event, target: null }));
      }
    }
  }

  longPress(node: WidgetNode): void {
    this.hardware.screen.touch();
    this.#callback(node, "longpress_func", node);
  }

  /** A key's click, or its long press. What the page does not consume acts as the system has it. */
  press(key: Key, long = false): void {
    const wasOn = this.hardware.screen.isOn();
    this.hardware.screen.set(true);
    if (!wasOn) return;
    this.hardware.screen.touch();
    if (this.#consumed("key", `KEY_${key}`, long ? "KEY_EVENT_LONG_PRESS" : "KEY_EVENT_CLICK")) return;
    if (long) return;
    if (!this.program.isRunning()) this.program.card.hide();
    if (key === "BACK") this.program.navigate("back");
    if (key === "HOME" && this.program.isRunning()) this.program.navigate("home");
  }

  swipe(gesture: Gesture): void {
    this.hardware.screen.touch();
    if (this.#consumed("gesture", `GESTURE_${gesture}`)) return;
    // From the watch face to the cards, which lie to its left, and back.
    if (!this.program.isRunning() && gesture === "RIGHT") void this.program.showCard();
    if (!this.program.isRunning() && gesture === "LEFT") this.program.card.hide();
    if (gesture === "RIGHT" && this.program.isRunning()) this.program.navigate("back");
  }

  turnCrown(degrees: number): void {
    this.hardware.screen.touch();
    this.#consumed("crown", "KEY_HOME", degrees);
  }

  #consumed(kind: "key" | "gesture" | "crown", ...args: unknown[]): boolean {
    const handler = this.program.input[kind] as ((...args: unknown[]) => unknown) | null;
    if (handler === null) return false;
    return this.program.page?.context.run(kind, () => handler(...args)) === true;
  }

  #callback(node: WidgetNode, property: string, ...args: unknown[]): void {
    const callback = node.props[property];
    if (typeof callback !== "function") return;
    this.program.front()?.context.run(property, () => Reflect.apply(callback, undefined, args));
  }

  #screenDarkForLong(): void {
    const { relaunch } = this.program;
    if (!this.program.isRunning()) return;
    const text = "The screen has been dark for ten seconds: the page is destroyed";
    this.hardware.events.add("page", text, { code: "pageEnded" });
    void this.program.close().then(() => {
      this.program.relaunch = relaunch;
    });
  }

  #wake(): void {
    const { relaunch } = this.program;
    if (this.program.isRunning() || relaunch === null) return;
    this.program.relaunch = null;
    void this.program.launch(relaunch);
  }

  #alarm(alarm: Alarm): void {
    this.hardware.events.add("alarm", `Alarm ${alarm.id} rings for ${alarm.url}`);
    const services = this.hardware.loaded.appJson.module["app-service"]?.services ?? [];
    if (services.includes(alarm.url)) {
      void this.program.runServiceOnce(alarm.url, alarm.param);
      return;
    }
    this.hardware.screen.set(true);
    void this.program.launch({ url: alarm.url, params: alarm.param });
  }
}
