import { SPEEDS } from "../host/clock.ts";
import { clockTime, t } from "./i18n/t.ts";
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
      <h2 id="clock-title">{t("clock.title")}</h2>
      <p class="now">
        <time dateTime={now.toISOString()}>{clockTime(clock.now())}</time>
        <span class="hint">{clock.atRealNow() ? t("clock.now") : t("clock.behind", behindMin)}</span>
      </p>
      <fieldset class="row-of-buttons" aria-label={t("clock.speed")}>
        {SPEEDS.map((speed) => (
          <button
            type="button"
            key={speed}
            aria-pressed={clock.speed === speed}
            aria-label={t("clock.times", speed)}
            onClick={() => {
              clock.speed = speed;
              session.frame.emit();
            }}
          >
            ×{speed}
          </button>
        ))}
      </fieldset>
      <fieldset class="row-of-buttons" aria-label={t("clock.steps")}>
        <button
          type="button"
          aria-pressed={clock.paused}
          onClick={() => {
            clock.paused = !clock.paused;
            session.frame.emit();
          }}
        >
          {t("clock.pause")}
        </button>
        <button type="button" onClick={() => void clock.advance(STEP_MS)}>
          {t("clock.step", STEP_MS / 1_000)}
        </button>
        <button type="button" onClick={nextCue}>
          {t("clock.nextCue")}
        </button>
      </fieldset>
    </section>
  );
}
