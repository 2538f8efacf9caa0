import type { CueKind } from "../../core/contract/session.ts";
import { advance, CATCH_UP_MS, nextChange, nextDueAt } from "../../core/cues/advance.ts";
import { type Cue, cuesOf, type Preferences, SPACING_MS } from "../../core/cues/schedule.ts";
import { cadenceTarget } from "../../core/session/cadence.ts";
import type { SessionState } from "../../core/session/state.ts";
import type { Journal } from "../store/journal.ts";
import type { Ports } from "./ports.ts";
import type { Message } from "./view.ts";

/** The alarm comes this long after a change, so that a page that lives has always cancelled it before. */
export const ALARM_AFTER_MS = 3_000;
const MESSAGE_MS = 8_000;

/** Everything on which the times of the cues depend. */
const courseOf = (on: SessionState): string => [on.status, on.visit, on.stepStartedAt, on.extraMs, on.walkOnly].join();

/** Gives the cues of a session at their time, each written down before its motor starts, and keeps the alarm behind the page armed. */
export class CueGiver {
  private cues: readonly Cue[] = [];
  private course = "";
  /** The change the alarm stands by for; undefined until the alarm of an earlier page was replaced. */
  private armedFor: string | null | undefined = undefined;
  private lastCueAt = 0;
  private message: (Message & { readonly until: number }) | null = null;
  private readonly journal: Journal;
  private readonly ports: Pick<Ports, "vibrate" | "arm">;
  private readonly preferences: Preferences;

  constructor(journal: Journal, ports: Pick<Ports, "vibrate" | "arm">, preferences: Preferences) {
    this.journal = journal;
    this.ports = ports;
    this.preferences = preferences;
  }

  state(): SessionState {
    const state = this.journal.state();
    if (state === null) throw new Error("There is no session to lead.");
    return state;
  }

  /** Gives what is due and drops what is stale. True when it was a change of step. */
  play(now: number): boolean {
    const { due, dropped } = advance(this.schedule(), now, this.state().cues);
    if (dropped.length > 0) {
      this.journal.append({ do: "drop", at: now, cues: dropped.map(({ id, kind, dueAt }) => ({ id, kind, dueAt })) });
    }
    if (due === null) return false;
    this.give(due, now);
    return due.phase;
  }

  /** Gives a cue that no plan foresees. */
  giveNow(kind: CueKind, now: number): void {
    this.give({ id: `${kind}.${now}`, kind, dueAt: now, phase: false, nth: 0 }, now);
  }

  gaveAt(now: number): boolean {
    return this.lastCueAt === now;
  }

  /** Whether a cue now would leave 4 s to every other. */
  quiet(now: number): boolean {
    const due = this.dueAfter(now);
    return now - this.lastCueAt >= SPACING_MS && (due === null || due - now >= SPACING_MS);
  }

  /** When the next cue is due (Unix ms); null when there is none. */
  dueAfter(now: number): number | null {
    return nextDueAt(this.schedule(), now, this.state().cues);
  }

  arm(now: number): void {
    const next = nextChange(this.schedule(), now, this.state().cues);
    const id = next === null ? null : `${next.id}@${next.dueAt}`;
    if (id === this.armedFor) return;
    this.armedFor = id;
    this.ports.arm(next === null ? null : next.dueAt + ALARM_AFTER_MS);
  }

  /** The words of the last cue, for some seconds. */
  words(now: number): Message | null {
    if (this.message === null || now >= this.message.until) return null;
    const { kind, nth, cadence } = this.message;
    return { kind, nth, cadence };
  }

  private schedule(): readonly Cue[] {
    const course = courseOf(this.state());
    if (course !== this.course) {
      this.course = course;
      this.cues = cuesOf(this.state(), this.preferences);
    }
    return this.cues;
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
    const state = this.state();
    if (kind !== "posture" || nth !== 1 || state.head.cadenceHint !== true) return null;
    return cadenceTarget(state);
  }
}
