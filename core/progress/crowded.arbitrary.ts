import fc from "fast-check";
import { addDays, weekOf, weekStart } from "../calendar/calendar.ts";
import { CUE_SETTINGS } from "../contract/cue-kinds.ts";
import type { LogEvent } from "../contract/event.ts";
import type { ProfileChange } from "../contract/profile.ts";
import { dayScript, eventsOf } from "./history.arbitrary.ts";
import { subjectDate } from "./order.ts";
import { profile } from "./testing.ts";

/** Every member that a profile can have, each as long as it can be. */
const FULL_PROFILE: ProfileChange = {
  placement: { walkMin: 600, jog: { boutS: 14_400, timesPerWeek: 14, worstPain: 10 } },
  birthYear: 1980,
  heartRate: { restingBpm: 120, maxBpm: 230, reliable: false },
  ...{ days: [1, 2, 3, 4, 5, 6, 7], wakeUp: "06:30", preferredStart: "18:30", weeklyTarget: 5 },
  ...{ ceilingLevel: 25, optIn: false, pausedUntil: "2026-12-31", units: "imperial", language: "en" },
  zone: `America/${"Argentina_".repeat(5)}Rivad`,
  cues: Object.fromEntries(CUE_SETTINGS.map((kind) => [kind, { muted: false, strength: "normal", leadS: 10 }])),
  emergencyNumber: "9".repeat(24),
};

/** A history with a full profile that ends on a Sunday with dozens of entries: the largest checkpoint that anybody can make. */
export const crowded = (logs: fc.Arbitrary<LogEvent[]>): fc.Arbitrary<LogEvent[]> =>
  fc
    .record({ log: logs, scripts: fc.array(dayScript, { minLength: 8, maxLength: 24, size: "max" }) })
    .map(({ log, scripts }) => {
      const dates = log.map(subjectDate).sort();
      const first = dates[0] ?? "2026-01-05";
      const sunday = addDays(weekStart(weekOf(dates.pop() ?? first)), 6);
      const events = [profile(first, FULL_PROFILE), ...log];
      for (const script of scripts) events.push(...eventsOf(script, sunday, events));
      return events;
    });
