import { SPEEDS } from "../host/clock.ts";
import type { Session } from "./session.ts";
import { useSignals } from "./use.ts";

const STEP_MS = 10_000;
const LONGEST_WAIT_MS = 20 * 60_000;

/** The watch's time: shown, sped up, stopped, stepped. */
export function ClockPanel({ session }: { session: Session }) {
  useSignals(session.frame);
  const { clock, motor } = session.device.hardware;
  const now = new Date(clock.now());
  const behindMin = Math.round((Date.now() - clock.now()) / 60_000);
  const nextCue = () => {
    const before = motor.history.length;
    void clock.advanceUntil(() => motor.history.length > before, LONGEST_WAIT_MS);
  };
  return (
    <section class="card" aria-labelledby="clock-title">
      <h2 id="clock-title">Clock</h2>
      <p class="now">
        <time dateTime={now.toISOString()}>{now.toLocaleTimeString("en-GB")}</time>
        <span class="hint">
          {clock.atRealNow()
            ? "Now. It cannot run ahead of real time, so it goes at normal speed."
            : `${behindMin} min behind real time, so there is room to speed up`}
        </span>
      </p>
      <fieldset class="row-of-buttons" aria-label="Speed">
        {SPEEDS.map((speed) => (
          <button
            type="button"
            key={speed}
            aria-pressed={clock.speed === speed}
            aria-label={`Speed ×${speed}`}
            onClick={() => {
              clock.speed = speed;
              session.frame.emit();
            }}
          >
            ×{speed}
          </button>
        ))}
      </fieldset>
      <fieldset class="row-of-buttons" aria-label="Steps">
        <button
          type="button"
          aria-pressed={clock.paused}
          onClick={() => {
            clock.paused = !clock.paused;
            session.frame.emit();
          }}
        >
          Pause clock
        </button>
        <button type="button" onClick={() => void clock.advance(STEP_MS)}>
          Step 10 s
        </button>
        <button type="button" onClick={nextCue}>
          Next cue
        </button>
      </fieldset>
    </section>
  );
}
