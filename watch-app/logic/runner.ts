import type { Pain, SessionRecorded } from "../../core/contract/session.ts";
import type { Preferences } from "../../core/cues/schedule.ts";
import { CALM, type EffortWatch, observeEffort, waitBeforeRun } from "../../core/session/effort.ts";
import type { Action } from "../../core/session/entry.ts";
import { settle } from "../../core/session/settle.ts";
import { isRun, isWalk, MAX_EXTRA_MS, nextStep, type SessionState, stepLengthMs } from "../../core/session/state.ts";
import type { Journal } from "../store/journal.ts";
import { CueGiver } from "./cue-giver.ts";
import type { Ports } from "./ports.ts";
import { Sampler } from "./sampler.ts";
import { type View, viewOf } from "./view.ts";

/** The walk before a run is looked at just before its warning would come. */
const LOOK_BEFORE_MS = 11_000;
const TICK_MS = 500;

/**
 * Leads a session: has the cues given, slows by heart rate, gathers samples, keeps the journal. The page calls {@link tick} and
 * draws what it returns.
 */
export class Runner {
  private readonly sampler: Sampler;
  private readonly cues: CueGiver;
  private effort: EffortWatch = CALM;
  /** What {@link settled} worked out last: a long session is not gone through from its start in every tick. */
  private seen: { readonly from: SessionState; readonly at: number; readonly state: SessionState } | null = null;
  private readonly journal: Journal;
  private readonly ports: Ports;
  private readonly preferences: Preferences;

  constructor(journal: Journal, ports: Ports, preferences: Preferences) {
    this.journal = journal;
    this.ports = ports;
    this.preferences = preferences;
    this.cues = new CueGiver(journal, ports, preferences);
    this.sampler = new Sampler(this.open().head.at, ports);
  }

  /** Does what is due now. */
  tick(): View {
    const now = this.ports.now();
    if (this.open().status === "running") {
      this.hold(this.settled(now), now);
      this.play(now);
      const state = this.settled(now);
      if (state.status === "running") {
        if (this.sampler.take(now)) this.flush(now);
        this.mind(state, now);
      }
    } else {
      // Nobody runs in a pause: what was above a limit before it is no longer counted.
      this.effort = { ...CALM, easedAt: this.effort.easedAt };
    }
    this.cues.arm(now);
    return this.look(now);
  }

  press(action: "pause" | "resume" | "skip" | "back" | "repeat" | "instead" | "leave"): View {
    return this.act({ do: action, at: this.ports.now() });
  }

  /** Makes the walk under way longer. @throws BackstrideError when it is no walk, or long enough */
  longer(seconds: number): View {
    return this.act({ do: "extend", at: this.ports.now(), s: seconds });
  }

  /** Something hurts a little: the run under way becomes a walk, the next one comes as planned. */
  easeOff(): View {
    const state = this.settled(this.ports.now());
    return isRun(state.head.steps[state.step])
      ? this.act({ do: "ease", at: this.ports.now(), why: "pain" })
      : this.tick();
  }

  pain(pain: Pain, walkOnly: boolean): View {
    return this.act({ do: "pain", at: this.ports.now(), pain, walkOnly });
  }

  end(outcome: "ended-early" | "stopped", reason: SessionRecorded["reason"]): View {
    const now = this.ports.now();
    if (outcome === "stopped") this.cues.giveNow("stop", now);
    return this.act({ do: "end", at: now, outcome, reason });
  }

  /** Goes on after the app was closed in the middle: catches up the change that was missed, else says "you are here". */
  reopen(): View {
    const now = this.ports.now();
    this.journal.append({ do: "reopen", at: now });
    this.play(now);
    const silent = this.cues.gaveAt(now) || this.preferences.here?.muted === true;
    if (!silent && this.settled(now).status === "running") this.cues.giveNow("here", now);
    return this.tick();
  }

  /** Writes down what is only in memory, before the page goes. */
  close(): void {
    const now = this.ports.now();
    this.flush(now);
    // Whatever is written next confirms the last cue; without it a kill might have cut it off.
    if (this.open().pending !== null) this.journal.append({ do: "drop", at: now, cues: [] });
  }

  private open(): SessionState {
    return this.cues.state();
  }

  private settled(now: number): SessionState {
    const [from, known] = [this.open(), this.seen];
    const state = settle(known !== null && known.from === from && known.at <= now ? known.state : from, now);
    this.seen = { from, at: now, state };
    return state;
  }

  private act(action: Action): View {
    this.play(action.at);
    this.journal.append(action);
    this.flush(action.at);
    return this.tick();
  }

  private flush(now: number): void {
    const entry = this.sampler.flush(now);
    if (entry !== null) this.journal.append(entry);
  }

  private play(now: number): void {
    if (this.cues.play(now)) this.flush(now);
  }

  /** Slows a run by heart rate; leaves 4 s around every other cue. */
  private mind(state: SessionState, now: number): void {
    const kind = state.head.steps[state.step]?.kind ?? "walk";
    const seen = observeEffort(this.effort, now, this.ports.heartRate(), state.head.limits, kind);
    if (seen.advice === "ease-off" && !this.cues.quiet(now)) return;
    this.effort = seen.watch;
    if (seen.advice === "ease-off" && this.preferences["ease-off"]?.muted !== true) this.cues.giveNow("ease-off", now);
    if (seen.advice === "walk") {
      this.journal.append({ do: "ease", at: now });
      this.play(now);
    }
  }

  /** Lets the heart come down before the next run: lengthens the walk while its end has not been announced yet. */
  private hold(state: SessionState, now: number): void {
    if (!isWalk(state.head.steps[state.step]) || !isRun(state.head.steps[nextStep(state, state.step)])) return;
    const announced = [`${state.visit}.warning`, `${state.visit + 1}.run`].some((id) => state.cues[id] !== undefined);
    const leadS = Math.max(this.preferences.warning?.leadS ?? 0, this.preferences.run?.leadS ?? 0);
    const left = state.stepStartedAt + stepLengthMs(state) - now;
    if (announced || left > LOOK_BEFORE_MS + leadS * 1000) return;
    const wait = waitBeforeRun(this.ports.heartRate(), state.head.limits, state.waitedMs);
    const seconds = Math.min(wait, (MAX_EXTRA_MS - state.extraMs) / 1000);
    if (seconds > 0) this.journal.append({ do: "extend", at: now, s: seconds, why: "effort" });
  }

  private look(now: number): View {
    const state = this.settled(now);
    const due = this.cues.dueAfter(now);
    return viewOf(state, now, {
      hr: this.ports.heartRate(),
      message: this.cues.words(now),
      saved: this.journal.saved(),
      waitMs: Math.max(20, Math.min(TICK_MS, due === null ? TICK_MS : due - now)),
    });
  }
}
