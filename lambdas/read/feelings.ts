import type { LogEvent } from "../../core/contract/event.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import { inOrder } from "../../core/progress/order.ts";
import { sessionsOf } from "../../core/progress/sessions.ts";

/** Stiffness and energy of a date, 0–10; null: not told. */
export type Feeling = { readonly stiffness: number | null; readonly energy: number | null };

const NOTHING: Feeling = { stiffness: null, energy: null };

/** How stiff and how rested a person felt, by date: the last that was told of it. */
export function feelingsOf(events: readonly LogEvent[]): ReadonlyMap<LocalDate, Feeling> {
  const found = new Map<LocalDate, Feeling>();
  const tell = (date: LocalDate, told: { stiffness?: number | null; energy?: number | null }): void => {
    const before = found.get(date) ?? NOTHING;
    const stiffness = told.stiffness ?? before.stiffness;
    const energy = told.energy ?? before.energy;
    if (stiffness !== null || energy !== null) found.set(date, { stiffness, energy });
  };
  const ordered = inOrder(events);
  for (const { event, data } of sessionsOf(ordered)) tell(event.localDate, feltIn(data.scores));
  for (const event of ordered) if (event.type === "checkin.reported.v1") tell(event.data.forDate, feltIn(event.data));
  return found;
}

type Told = { readonly stiffness?: number | null | undefined; readonly energy?: number | null | undefined };

const feltIn = ({ stiffness, energy }: Told) => ({ stiffness: stiffness ?? null, energy: energy ?? null });
