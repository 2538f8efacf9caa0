import { weekOf } from "../../core/calendar/calendar.ts";
import type { LogEvent } from "../../core/contract/event.ts";
import { decide } from "../../core/plan/decide.ts";
import { type Checkpoint, EMPTY_CHECKPOINT } from "../../core/progress/checkpoint.ts";
import { foldWeek } from "../../core/progress/fold.ts";
import { subjectDate } from "../../core/progress/order.ts";
import { profileOf } from "../../core/progress/profile.ts";

/** A log, how many of its weeks go into the checkpoint, and the dates to plan for. */
export type Question = {
  readonly events: readonly LogEvent[];
  readonly weeks: number;
  readonly dates: readonly string[];
};

/** The checkpoint and the decisions of a question, as text in and text out: what is compared between engines, byte for byte. */
export function answer(question: string): string {
  const { events, weeks, dates } = JSON.parse(question) as Question;
  const checkpoint = folded(events, weeks);
  const profile = profileOf(checkpoint, events);
  return JSON.stringify({ checkpoint, plans: dates.map((date) => decide(checkpoint, events, profile, date)) });
}

/** Decides so many times from a checkpoint and a tail; for measuring. Returns the last decision. */
export function repeat(input: string, times: number): string {
  const { checkpoint, tail, date } = JSON.parse(input) as { checkpoint: Checkpoint; tail: LogEvent[]; date: string };
  let plan = "";
  for (let round = 0; round < times; round += 1) {
    plan = JSON.stringify(decide(checkpoint, tail, profileOf(checkpoint, tail), date));
  }
  return plan;
}

function folded(events: readonly LogEvent[], weeks: number): Checkpoint {
  const names = [...new Set(events.map((event) => weekOf(subjectDate(event))))].sort().slice(0, weeks);
  return names.reduce((checkpoint, week) => foldWeek(checkpoint, week, events).checkpoint, EMPTY_CHECKPOINT);
}
