import { useEffect, useState } from "preact/hooks";
import type { Device } from "../host/device.ts";
import { Signal } from "../host/events.ts";
import { useSignals } from "./use.ts";

const SHOWN = 150;

/** What happened, newest first. */
export function EventList({ device }: { device: Device }) {
  const { events } = device.hardware;
  const [technical, setTechnical] = useState(false);
  const [signal] = useState(() => new Signal());
  useEffect(() => events.subscribe(() => signal.emit()), [events]);
  useSignals(signal);
  const chosen = events.entries.filter((event) => technical || (event.kind !== "log" && event.kind !== "alarm"));
  return (
    <section class="card" aria-labelledby="log-title">
      <h2 id="log-title">What happened</h2>
      <label class="switch">
        <input type="checkbox" checked={technical} onChange={(event) => setTechnical(event.currentTarget.checked)} />
        <span>Show technical entries</span>
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, and keys must be able to scroll it */}
      <ol class="log" tabIndex={0} aria-label="Events, newest first">
        {chosen
          .slice(-SHOWN)
          .reverse()
          .map((event, index) => (
            <li key={chosen.length - index} class={event.kind}>
              <time>{new Date(event.at).toLocaleTimeString("en-GB")}</time>
              <span class="kind">{event.kind}</span>
              <span>{event.text}</span>
            </li>
          ))}
      </ol>
    </section>
  );
}
