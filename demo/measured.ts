import type { Random } from "../bench/population/random.ts";
import type { LogEvent } from "../core/contract/event.ts";
import type { DoneStep, LedgerCue, SessionRecorded } from "../core/contract/session.ts";
import { offsetsMs, scriptOf } from "../core/cues/script.ts";
import { encodeTrace, TRACE_EVERY_S } from "../core/trace/trace.ts";

const REST_BPM = 92;
/** Beats per minute and steps per minute that a step settles at. */
const PACE: Readonly<Partial<Record<DoneStep["kind"], { readonly heart: number; readonly cadence: number }>>> = {
  "warmup-walk": { heart: 106, cadence: 108 },
  walk: { heart: 116, cadence: 112 },
  run: { heart: 142, cadence: 162 },
  "cooldown-walk": { heart: 104, cadence: 104 },
};

/** The same with what a watch measures during a session (heart, cadence, cues) and with the two optional scores of a morning. */
export function measured(event: LogEvent, random: Random): LogEvent {
  if (event.type === "checkin.reported.v1" && event.data.kind === "morning") {
    const { back } = event.data;
    const scores = {
      stiffness: Math.min(10, back + random.whole(0, 2)),
      energy: Math.max(0, 8 - back + random.whole(-1, 1)),
    };
    return { ...event, data: { ...event.data, ...scores } };
  }
  if (event.type !== "session.recorded.v1") return event;
  const { data } = event;
  const device = "Simulated watch";
  return {
    ...event,
    data: { ...data, surface: "trail", trace: traceOf(data, random), cues: cuesOf(data, random), device },
  };
}

function traceOf({ steps }: SessionRecorded, random: Random): SessionRecorded["trace"] {
  const hr: number[] = [];
  const cadence: number[] = [];
  let beats = REST_BPM;
  for (const { kind, doneS } of steps) {
    const pace = PACE[kind] ?? { heart: REST_BPM, cadence: 0 };
    for (let second = 0; second < doneS; second += TRACE_EVERY_S) {
      beats += (pace.heart - beats) * 0.09 + random.between(-1, 1);
      hr.push(beats);
      cadence.push(pace.cadence === 0 ? 0 : pace.cadence + random.between(-3, 3));
    }
  }
  return { everyS: TRACE_EVERY_S, hr: encodeTrace(hr), cadence: encodeTrace(cadence) };
}

/** The cues of the steps as they were done, a few hundredths of a second late, as a watch held awake gives them. */
function cuesOf({ steps }: SessionRecorded, random: Random): LedgerCue[] {
  const done = steps.map(({ doneS, ...step }) => ({ ...step, plannedS: doneS }));
  const { starts, total } = offsetsMs(done);
  return scriptOf(done)
    .map(({ kind, step, offsetMs, fromEnd }) => ({
      kind,
      dueMs: fromEnd ? (starts[step + 1] ?? total) - offsetMs : (starts[step] ?? 0) + offsetMs,
    }))
    .filter(({ dueMs }) => dueMs >= 0 && dueMs < total)
    .sort((a, b) => a.dueMs - b.dueMs)
    .map(({ kind, dueMs }) => ({ kind, dueMs, firedMs: dueMs + random.whole(10, 90), state: "fired", tier: "held" }));
}
