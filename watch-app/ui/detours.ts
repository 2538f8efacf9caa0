import type { Pain } from "../../core/contract/session.ts";
import type { Asking } from "../logic/keys.ts";
import type { Runner } from "../logic/runner.ts";
import type { View } from "../logic/view.ts";
import { fill, type Translate } from "../logic/words.ts";
import type { Screen } from "./layout.ts";
import { howBad } from "./pain.ts";
import { type Choice, choicePanel, menuPanel, messagePanel, type Panel } from "./panels.ts";
import type { SessionView } from "./session.ts";

export type Detours = {
  /** Something hurts: pauses at once, then asks what; what must stop everything takes one press (plan-rules §7). */
  pain(): void;
  /** While paused: pain, the step once more, a longer walk. */
  more(): void;
  /** Asks why to end. */
  end(): void;
  /** Ends without more words; "other reason". */
  endNow(): void;
  /** Closes what is open and goes on. */
  goOn(): void;
  /** What is open; the last page of a session counts as something that keys leave alone. */
  asking(): Asking;
  /** The session is over: says so and leads on to the questions. */
  finished(): void;
};

export type Around = {
  readonly runner: Runner;
  readonly main: SessionView;
  readonly before: Pain | null;
  readonly emergencyNumber: string | null;
  readonly follow: (seen: View) => void;
  readonly leave: () => void;
};

/** How much longer a walk gets at a press. */
const LONGER_S = 60;

type Ending = "well" | "pain" | "redFlag";

/** The side roads of a session: pain, ending early, the end. Panels are made once, when first needed. */
class SideRoads implements Detours {
  private ending: Ending = "well";
  private open: Panel | null = null;
  private why: Panel | null = null;
  private over = false;
  private readonly screen: Screen;
  private readonly say: Translate;
  private readonly around: Around;

  constructor(screen: Screen, say: Translate, around: Around) {
    this.screen = screen;
    this.say = say;
    this.around = around;
  }

  pain(): void {
    this.pause();
    this.menu([
      { text: this.say("pain.backOrLeg"), run: () => this.tellPain() },
      { text: this.say("pain.sharp"), tone: "warn", run: () => this.stop("pain") },
      { text: this.say("pain.redFlag"), tone: "warn", run: () => this.stop("redFlag") },
      { text: this.say("session.goOn"), run: () => this.goOn() },
    ]);
  }

  more(): void {
    const then = (work: () => unknown) => () => {
      work();
      this.goOn();
    };
    const { runner } = this.around;
    const { kind, exercise } = runner.tick();
    const leave = { text: this.say("session.leave"), run: () => this.leave() };
    const longer = { text: this.say("session.longer"), run: then(() => runner.longer(LONGER_S)) };
    this.menu([
      { text: this.say("session.pain"), tone: "warn", run: () => this.pain() },
      { text: this.say("session.repeat"), run: then(() => runner.press("repeat")) },
      ...(exercise === null ? [] : [leave]),
      ...(kind.endsWith("walk") ? [longer] : []),
      { text: this.say("session.goOn"), tone: "primary", run: () => this.goOn() },
    ]);
  }

  end(): void {
    this.pause();
    const end = (reason: "effort" | "external") => () =>
      this.around.follow(this.around.runner.end("ended-early", reason));
    this.choose("end.why", [
      { text: this.say("end.effort"), run: end("effort") },
      { text: this.say("end.external"), run: end("external") },
      { text: this.say("session.goOn"), tone: "primary", run: () => this.goOn() },
    ]);
    this.why = this.open;
  }

  endNow(): void {
    this.around.follow(this.around.runner.end("ended-early", "external"));
  }

  goOn(): void {
    this.resume();
  }

  asking(): Asking {
    if (this.over) return "other";
    return this.open === null ? null : this.open === this.why ? "end" : "other";
  }

  finished(): void {
    this.over = true;
    this.close();
    this.around.main.show(false);
    const message = messagePanel(this.screen, this.say);
    const number = this.around.emergencyNumber ?? this.say("end.emergencyNumber");
    const ending = this.ending === "well" && this.around.runner.tick().floor ? "floor" : this.ending;
    const text = fill(this.say(`end.${ending}Text`), { number });
    message.tell(this.say(`end.${this.ending}`), text, this.around.leave);
  }

  private choose(title: string, choices: readonly Choice[]): void {
    this.change(choicePanel(this.screen, this.say(title), choices));
    this.open?.show(true);
  }

  private menu(choices: readonly Choice[]): void {
    this.change(menuPanel(this.screen, choices));
    this.open?.show(true);
  }

  private tellPain(): void {
    const { screen, say, around } = this;
    howBad({
      ...{ screen, say, runner: around.runner, before: around.before },
      change: (panel) => this.change(panel),
      choose: (title, choices) => this.choose(title, choices),
      goOn: () => this.goOn(),
      leaveBlock: () => this.leave(),
      easier: (how, pain) => (how === "walk-only" ? this.resume(pain) : this.resume(null, true)),
      end: () => around.follow(around.runner.end("ended-early", "pain")),
      stop: () => this.stop("pain"),
    });
  }

  private leave(): void {
    this.around.runner.press("leave");
    this.goOn();
  }

  private stop(ending: Exclude<Ending, "well">): void {
    this.ending = ending;
    this.around.follow(this.around.runner.end("stopped", ending === "pain" ? "pain" : "red-flag"));
  }

  private pause(): void {
    const { runner, follow } = this.around;
    follow(runner.tick().status === "running" ? runner.press("pause") : runner.tick());
  }

  /** Back to the session; with pain told, without any more running. */
  private resume(pain: Pain | null = null, eased = false): void {
    const { runner, follow, main } = this.around;
    this.close();
    main.show(true);
    if (pain !== null) runner.pain(pain, true);
    if (eased) runner.easeOff();
    follow(runner.tick().status === "paused" ? runner.press("resume") : runner.tick());
  }

  private change(panel: Panel): void {
    this.close();
    this.around.main.show(false);
    this.open = panel;
  }

  private close(): void {
    this.open?.show(false);
    this.open = null;
  }
}

export const detoursOf = (screen: Screen, say: Translate, around: Around): Detours =>
  new SideRoads(screen, say, around);
