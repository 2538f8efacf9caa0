import { useEffect, useState } from "preact/hooks";
import type { Signal } from "../host/events.ts";

/** Draws the component again, at most once a frame, whenever one of the signals is emitted. */
export function useSignals(...signals: Signal[]): void {
  const [, redraw] = useState(0);
  useEffect(() => {
    let pending = 0;
    const ask = () => {
      if (pending === 0) {
        pending = requestAnimationFrame(() => {
          pending = 0;
          redraw((count) => count + 1);
        });
      }
    };
    const stops = signals.map((signal) => signal.subscribe(ask));
    return () => {
      cancelAnimationFrame(pending);
      for (const stop of stops) stop();
    };
  }, signals);
}
