import { useEffect, useRef, useState } from "preact/hooks";
import type { Felt } from "../host/events.ts";
import type { Hardware } from "../host/hardware.ts";
import { feltIn, onOff, type Vibration } from "../host/motor.ts";
import { t } from "./i18n/t.ts";
import { hum } from "./sound.ts";

const ANNOUNCE_EVERY_MS = 400;

/** How a vibration feels, in the person's words: "short short long". */
export const rhythmOf = (felt: readonly Felt[]): string => felt.map((each) => t(`felt.${each}`)).join(" ");

type Props = { hardware: Hardware; onVibration: () => void };

/** Vibrations, for eyes (`onVibration` shakes the case), ears, hands (`navigator.vibrate`) and screen readers. */
export function Feedback({ hardware, onVibration }: Props) {
  const [last, setLast] = useState<Vibration | null>(null);
  const told = useRef(0);
  const audible = useRef(false);
  useEffect(
    () =>
      hardware.events.subscribe((event) => {
        const vibration = hardware.motor.history.at(-1);
        const now = performance.now();
        // At high speed one announcement stands for those that come right behind it.
        if (event.kind !== "vibration" || vibration === undefined || now - told.current < ANNOUNCE_EVERY_MS) return;
        told.current = now;
        setLast(vibration);
        onVibration();
        navigator.vibrate?.(onOff(vibration.pulses));
        if (audible.current) hum(vibration.pulses);
      }),
    [hardware],
  );
  return (
    <div class="felt">
      <p role="status">{last === null ? t("watch.still") : t("watch.vibration", rhythmOf(feltIn(last.pulses)))}</p>
      <label class="switch">
        <input
          type="checkbox"
          onChange={(event) => {
            audible.current = event.currentTarget.checked;
          }}
        />
        <span>{t("watch.hear")}</span>
      </label>
    </div>
  );
}
