import { floorFrom } from "../blocks/steps.ts";
import type { LedgerCue } from "../contract/session.ts";
import type { Action, CueRef, Entry, Note } from "./entry.ts";
import { afterBlock, beginFloor, instead } from "./exercises.ts";
import { refuse } from "./refuse.ts";
import { bank, enter, finish, settle, spansUntil } from "./settle.ts";
import { begin, isRun, isWalk, MAX_EXTRA_MS, nextStep, type SessionState } from "./state.ts";

function pause(state: SessionState, at: number): SessionState {
  if (state.status !== "running") refuse("session_not_running", "Only a session under way can be paused.");
  return { ...state, status: "paused", pausedAt: at, movingSince: null, runSpans: spansUntil(state, at) };
}

function resume(state: SessionState, at: number): SessionState {
  if (state.status !== "paused" || state.pausedAt === null) {
    refuse("session_not_paused", "Only a paused session can be resumed.");
  }
  const stepStartedAt = state.stepStartedAt + (at - state.pausedAt);
  return { ...state, status: "running", pausedAt: null, movingSince: at, stepStartedAt };
}

/** Moves to another step; a paused session goes on at once, for whoever skips or goes back wants to move. */
function moveTo(state: SessionState, step: number, at: number): SessionState {
  const moving = state.status === "paused" ? resume(state, at) : state;
  return enter(moving, step, at);
}

function extend(state: SessionState, { s, why }: Extract<Action, { do: "extend" }>): SessionState {
  if (!isWalk(state.head.steps[state.step])) refuse("session_not_walking", "Only a walk can be made longer.");
  const moreMs = Math.round(s) * 1000;
  const extraMs = state.extraMs + moreMs;
  if (s <= 0 || extraMs > MAX_EXTRA_MS) {
    refuse("session_extend_limit", `A walk can be made longer by ${MAX_EXTRA_MS / 1000} seconds at most.`);
  }
  return why === undefined ? { ...state, extraMs } : { ...state, extraMs, waitedMs: state.waitedMs + moreMs };
}

/** The step before, passing over runs once there is no more running; the first one is begun again. */
function stepBefore(state: SessionState): number {
  const first = state.floor ? floorFrom(state.head.steps) : 0;
  let step = state.step - 1;
  while (step > first && state.walkOnly && isRun(state.head.steps[step])) step -= 1;
  return Math.max(first, step);
}

/** Begins the step under way anew. */
function repeat(state: SessionState, at: number): SessionState {
  if (state.walkOnly && isRun(state.head.steps[state.step])) {
    refuse("session_walk_only", "There is no more running in this session.");
  }
  return moveTo(state, state.step, at);
}

/** Cuts a run to walking, because of the heart rate (counts as stopped for effort) or because something hurts. */
function ease(state: SessionState, at: number, why: "effort" | "pain"): SessionState {
  if (!isRun(state.head.steps[state.step])) refuse("session_not_in_a_run", "There is no run to cut short.");
  return { ...moveTo(state, nextStep(state, state.step), at), cut: why === "pain" ? why : (state.cut ?? why) };
}

function pain(state: SessionState, action: Extract<Action, { do: "pain" }>): SessionState {
  const reported = state.reported;
  const worst = {
    back: Math.max(reported === null ? 0 : reported.back, action.pain.back),
    leg: Math.max(reported === null ? 0 : reported.leg, action.pain.leg),
  };
  const told: SessionState = { ...state, reported: worst };
  if (!action.walkOnly) return told;
  const walking: SessionState = { ...told, walkOnly: true, cut: "pain" };
  return isRun(walking.head.steps[walking.step])
    ? moveTo(walking, nextStep(walking, walking.step), action.at)
    : walking;
}

/** Ends the session. Exercises after it that are broken off leave it what it was; only what must stop everything does not. */
function end(state: SessionState, action: Extract<Action, { do: "end" }>, at: number): SessionState {
  const banked = bank(state, at);
  if (state.floor && action.outcome !== "stopped") return finish(banked, at, "completed", state.cut);
  return finish(banked, at, action.outcome, action.reason);
}

function act(before: SessionState, action: Action): SessionState {
  // Clocks can be set back; a journal cannot: no entry is earlier than the one before it.
  const at = Math.max(action.at, before.lastAt);
  const state = { ...settle(before, at), lastAt: at };
  if (action.do === "floor") return beginFloor(state, at);
  if (state.status === "ended") refuse("session_ended", "This session has ended.");
  switch (action.do) {
    case "pause":
      return pause(state, at);
    case "resume":
      return resume(state, at);
    case "skip":
      return moveTo(state, nextStep(state, state.step), at);
    case "back":
      return moveTo(state, stepBefore(state), at);
    case "repeat":
      return repeat(state, at);
    case "extend":
      return extend(state, action);
    case "ease":
      return ease(state, at, action.why ?? "effort");
    case "pain":
      return pain(state, { ...action, at });
    case "leave":
      return moveTo(state, afterBlock(state), at);
    case "instead":
      return instead(state);
    case "end":
      return end(state, action, at);
  }
}

function ledgerLine(state: SessionState, cue: CueRef, rest: Omit<LedgerCue, "kind" | "dueMs">): LedgerCue {
  return { kind: cue.kind, dueMs: Math.max(0, Math.round(cue.dueAt - state.head.at)), ...rest };
}

/** A cue is confirmed by whatever the same run of the app writes next, and unknown once the app was killed. */
function resolvePending(state: SessionState, killed: boolean): SessionState {
  const line = state.pending === null ? undefined : state.cues[state.pending];
  if (state.pending === null || line === undefined) return state;
  const cues = killed ? { ...state.cues, [state.pending]: { ...line, state: "unknown" as const } } : state.cues;
  return { ...state, cues, pending: null };
}

function noteCue(state: SessionState, note: Extract<Note, { do: "cue" }>): SessionState {
  if (state.cues[note.cue.id] !== undefined) refuse("session_cue_repeated", "This cue was already given.");
  const firedMs = Math.max(0, Math.round(note.at - state.head.at));
  const line = ledgerLine(state, note.cue, { firedMs, state: "fired", tier: note.tier });
  return { ...state, cues: { ...state.cues, [note.cue.id]: line }, pending: note.cue.id };
}

function noteDrop(state: SessionState, note: Extract<Note, { do: "drop" }>): SessionState {
  const fresh = note.cues.filter((cue) => state.cues[cue.id] === undefined);
  const lines = fresh.map((cue) => [cue.id, ledgerLine(state, cue, { firedMs: null, state: "dropped", tier: null })]);
  return { ...state, cues: { ...state.cues, ...Object.fromEntries(lines) } };
}

function noteSamples(state: SessionState, note: Extract<Note, { do: "samples" }>): SessionState {
  const place = (known: readonly number[], values: readonly number[]): number[] => {
    const series = known.slice(0, note.from);
    while (series.length < note.from) series.push(0);
    return [...series, ...values];
  };
  return { ...state, hr: place(state.hr, note.hr), cadence: place(state.cadence, note.cadence) };
}

function answer(state: SessionState, note: Extract<Note, { do: "answer" }>): SessionState {
  const settled = settle(state, note.at);
  if (settled.status !== "ended") refuse("session_not_ended", "The questions come after the session.");
  const { do: _do, at: _at, ...answers } = note;
  return { ...settled, answers };
}

function write(state: SessionState, note: Note): SessionState {
  // A page that ends in good order confirms its last cue before anybody is asked anything.
  const killed = note.do === "reopen" || note.do === "answer";
  const heard = resolvePending({ ...state, lastAt: Math.max(state.lastAt, note.at) }, killed);
  switch (note.do) {
    case "cue":
      return noteCue(heard, note);
    case "drop":
      return noteDrop(heard, note);
    case "samples":
      return noteSamples(heard, note);
    case "answer":
      return answer(heard, note);
    case "reopen":
      return heard;
  }
}

/**
 * The state after one more entry. Pure: the same state and entry give the same result.
 * @throws BackstrideError `session_started`, `session_not_started`, `session_ended`, `session_not_running`,
 * `session_not_paused`, `session_not_ended`, `session_not_walking`, `session_not_in_a_run`, `session_walk_only`, `session_extend_limit`, `session_cue_repeated`,
 * `session_not_in_a_block`, `session_no_other_way`, `session_no_floor`: the entry does not fit; the state stays what it was.
 */
export function apply(state: SessionState | null, entry: Entry): SessionState {
  if (entry.do === "start") {
    if (state !== null) refuse("session_started", "This session has already started.");
    if (entry.steps.length === 0) refuse("session_without_steps", "A session needs at least one step.");
    return begin(entry);
  }
  if (state === null) refuse("session_not_started", "The first entry of a journal must be the start.");
  switch (entry.do) {
    case "cue":
    case "drop":
    case "reopen":
    case "samples":
    case "answer":
      return write(state, entry);
    default:
      return act(resolvePending(state, false), entry);
  }
}

/** The state after a whole journal, or any part of it from the start; null for none. */
export function replay(entries: readonly Entry[]): SessionState | null {
  return entries.reduce<SessionState | null>((state, entry) => apply(state, entry), null);
}
