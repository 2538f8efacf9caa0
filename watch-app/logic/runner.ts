import type { CueKind, Pain, SessionRecorded } from "../../core/contract/session.ts";
import { advance, CATCH_UP_MS, nextChange, nextDueAt } from "../../core/cues/advance.ts";
import { type Cue, cuesOf, type Preferences, SPACING_MS } from "../../core/cues/schedule.ts";
import { cadenceTarget } from "../../core/session/cadence.ts";
import { CALM, type EffortWatch, observeEffort, waitBeforeRun } from "../../core/session/effort.ts";
import type { Action } from "../../core/session/entry.ts";
import { settle } from "../../core/session/settle.ts";
import { isRun, isWalk, nextStep, type SessionState, stepLengthMs } from "../../core/session/state.ts";
import type { Journal } from "../store/journal.ts";
import type { Ports } from "./ports.ts";
import { Sampler } from "./sampler.ts";
import { type Message, type View, viewOf } from "./view.ts";

/** The alarm comes this long after a change, so that a page that lives has always cancelled it before. */
export const ALARM_AFTER_MS = 3_000;
/** The walk before a run is looked at just before its warning would come. */
const LOOK_BEFORE_MS = 11_000;
const TICK_MS = 500;
const MESSAGE_MS = 8_000;

/** Everything on which the times of the cues depend. */
const courseOf = (on: SessionState): string => [on.status, on.visit, on.stepStartedAt, on.extraMs, on.walkOnly].join();

/**
 * Leads a session: gives the cues, slows by heart rate, gathers samples, keeps the journal. The page calls {@link tick} and
 * draws what it returns. Each cue is written down before its motor starts, so that none is ever given twice.
 */
export class Runner {
  private readonly sampler: Sampler;
  private cues: readonly Cue[] = [];
  private course = "";
  /** The change the alarm stands by for; undefined until the alarm of an earlier page was replaced. */
  private armedFor: string | null | undefined = undefined;
  private effort: EffortWatch = CALM;
  private lastCueAt = 0;
  /** What {@link settled} worked out last: a long session is not gone through from its start in every tick. */
  private seen: { readonly from: SessionState; readonly at: number; readonly state: SessionState } | null = null;
  private message: (Message & { readonly until: number }) | null = null;
  private readonly journal: Journal;
  private readonly ports: Ports;
  private readonly preferences: Preferences;

  constructor(journal: Journal, ports: Ports, preferences: Preferences) {
    this.journal = journal;
    this.ports = ports;
    this.preferences = preferences;
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
    }
    this.arm(now);
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
    if (outcome === "stopped") this.giveNow("stop", now);
    return this.act({ do: "end", at: now, outcome, reason });
  }

  /** Goes on after the app was closed in the middle: catches up the change that was missed, else says "you are here". */
  reopen(): View {
    const now = this.ports.now();
    this.journal.append({ do: "reopen", at: now });
    this.play(now);
    const silent = this.lastCueAt === now || this.preferences.here?.muted === true;
    if (!silent && this.settled(now).status === "running") this.giveNow("here", now);
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
    const state = this.journal.state();
    if (state === null) throw new Error("There is no session to lead.");
    return state;
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

  private schedule(): readonly Cue[] {
    const course = courseOf(this.open());
    if (course !== this.course) {
      this.course = course;
      this.cues = cuesOf(this.open(), this.preferences);
    }
    return this.cues;
  }

  private flush(now: number): void {
    const entry = this.sampler.flush(now);
    if (entry !== null) this.journal.append(entry);
  }

  private give(cue: Cue, now: number): void {
    const tier = now - cue.dueAt > CATCH_UP_MS ? "catchup" : "held";
    this.journal.append({ do: "cue", at: now, cue: { id: cue.id, kind: cue.kind, dueAt: cue.dueAt }, tier });
    this.ports.vibrate(cue.kind);
    this.lastCueAt = now;
    this.message = { kind: cue.kind, nth: cue.nth, cadence: this.cadenceFor(cue), until: now + MESSAGE_MS };
  }

  /** One posture check of a session is about cadence, where that may be said. */
  private cadenceFor({ kind, nth }: Cue): number | null {
    const state = this.open();
    if (kind !== "posture" || nth !== 1 || state.head.cadenceHint !== true) return null;
    return cadenceTarget(state);
  }

  private giveNow(kind: CueKind, now: number): void {
    this.give({ id: `${kind}.${now}`, kind, dueAt: now, phase: false, nth: 0 }, now);
  }

  private play(now: number): void {
    const { due, dropped } = advance(this.schedule(), now, this.open().cues);
    if (dropped.length > 0) {
      this.journal.append({ do: "drop", at: now, cues: dropped.map(({ id, kind, dueAt }) => ({ id, kind, dueAt })) });
    }
    if (due === null) return;
    this.give(due, now);
    if (due.phase) this.flush(now);
  }

  private arm(now: number): void {
    const next = nextChange(this.schedule(), now, this.open().cues);
    const id = next === null ? null : `${next.id}@${next.dueAt}`;
    if (id === this.armedFor) return;
    this.armedFor = id;
    this.ports.arm(next === null ? null : next.dueAt + ALARM_AFTER_MS);
  }

  /** Slows a run by heart rate; leaves 4 s around every other cue. */
  private mind(state: SessionState, now: number): void {
    const kind = state.head.steps[state.step]?.kind ?? "walk";
    const seen = observeEffort(this.effort, now, this.ports.heartRate(), state.head.limits, kind);
    if (seen.advice === "ease-off" && !this.quiet(state, now)) return;
    this.effort = seen.watch;
    if (seen.advice === "ease-off" && this.preferences["ease-off"]?.muted !== true) this.giveNow("ease-off", now);
    if (seen.advice === "walk") {
      this.journal.append({ do: "ease", at: now });
      this.play(now);
    }
  }

  private quiet(state: SessionState, now: number): boolean {
    const due = nextDueAt(this.schedule(), now, state.cues);
    return now - this.lastCueAt >= SPACING_MS && (due === null || due - now >= SPACING_MS);
  }

  /** Lets the heart come down before the next run: lengthens the walk while its end has not been announced yet. */
  private hold(state: SessionState, now: number): void {
    if (!isWalk(state.head.steps[state.step]) || !isRun(state.head.steps[nextStep(state, state.step)])) return;
    const announced = [`${state.visit}.warning`, `${state.visit + 1}.run`].some((id) => state.cues[id] !== undefined);
    const leadS = Math.max(this.preferences.warning?.leadS ?? 0, this.preferences.run?.leadS ?? 0);
    const left = state.stepStartedAt + stepLengthMs(state) - now;
    if (announced || left > LOOK_BEFORE_MS + leadS * 1000) return;
    const seconds = waitBeforeRun(this.ports.heartRate(), state.head.limits, state.extraMs);
    if (seconds > 0) this.journal.append({ do: "extend", at: now, s: seconds });
  }

  private look(now: number): View {
    const state = this.settled(now);
    const due = nextDueAt(this.schedule(), now, state.cues);
    const message = this.message !== null && now < this.message.until ? this.message : null;
    return viewOf(state, now, {
      hr: this.ports.heartRate(),
      message: message === null ? null : { kind: message.kind, nth: message.nth, cadence: message.cadence },
      saved: this.journal.saved(),
      waitMs: Math.max(20, Math.min(TICK_MS, due === null ? TICK_MS : due - now)),
    });
  }
}
