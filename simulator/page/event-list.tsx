import { useEffect, useState } from "preact/hooks";
import type { Device } from "../host/device.ts";
import { type DeviceEvent, Signal } from "../host/events.ts";
import { rhythmOf } from "./feedback.tsx";
import { clockTime, t } from "./i18n/t.ts";
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
      <h2 id="log-title">{t("log.title")}</h2>
      <label class="switch">
        <input type="checkbox" checked={technical} onChange={(event) => setTechnical(event.currentTarget.checked)} />
        <span>{t("log.technical")}</span>
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, and keys must be able to scroll it */}
      <ol class="log" tabIndex={0} aria-label={t("log.list")}>
        {chosen
          .slice(-SHOWN)
          .reverse()
          .map((event, index) => (
            <li key={chosen.length - index} class={event.kind}>
              <time>{clockTime(event.at)}</time>
              <span class="kind">{t(`kind.${event.kind}`)}</span>
              <span>{wordsOf(event)}</span>
            </li>
          ))}
      </ol>
    </section>
  );
}

/** What happened in the person's language; what only builders look for is in English. */
function wordsOf({ said, text }: DeviceEvent): string {
  if (said === undefined) return text;
  if ("felt" in said) return rhythmOf(said.felt);
  return "value" in said ? t(`said.${said.code}`, said.value) : t(`said.${said.code}`);
}
