import { useEffect, useRef, useState } from "preact/hooks";
import type { OpenView } from "../host/card.ts";
import type { Gesture, Key } from "../host/watch.ts";
import { Feedback } from "./feedback.tsx";
import { dayOf, t } from "./i18n/t.ts";
import type { Session } from "./session.ts";
import { useSignals } from "./use.ts";
import { Widgets } from "./widgets.tsx";

const CROWN_DEGREES = 15;
const KEYS: readonly Key[] = ["HOME", "BACK", "UP", "DOWN", "SELECT", "SHORTCUT"];
const SWIPES: readonly Gesture[] = ["RIGHT", "LEFT", "UP", "DOWN"];

/** The watch: screen, keys, and what its vibrations look like. */
export function WatchPanel({ session }: { session: Session }) {
  const { watch, hardware } = session.device;
  const [shaking, setShaking] = useState(0);
  const { shape } = hardware.variant;
  return (
    <section class="watch" aria-labelledby="watch-title">
      <h2 id="watch-title" class="model">
        {session.model.name}
      </h2>
      <div class={`case ${shape}`} key={shaking} data-shaking={shaking > 0 ? "" : undefined}>
        <Glass session={session} />
      </div>
      <Feedback hardware={hardware} onVibration={() => setShaking((count) => count + 1)} />
      <fieldset class="keys" aria-label={t("watch.keys")}>
        {KEYS.map((key) => (
          <button type="button" key={key} onClick={() => watch.press(key)}>
            {t(`key.${key}`)}
          </button>
        ))}
        {SWIPES.map((gesture) => (
          <button type="button" key={gesture} onClick={() => watch.swipe(gesture)}>
            {t(`swipe.${gesture}`)}
          </button>
        ))}
      </fieldset>
    </section>
  );
}

function Glass({ session }: { session: Session }) {
  const { watch, hardware } = session.device;
  const { width, height, shape } = hardware.variant;
  const glass = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useSignals(hardware.overlay, hardware.screen.changed);
  useEffect(() => {
    const element = glass.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setScale(element.clientWidth / width));
    observer.observe(element);
    return () => observer.disconnect();
  }, [width]);
  const on = hardware.screen.isOn();
  const { page, card } = watch.program;
  return (
    <section
      class={`glass ${shape}`}
      ref={glass}
      aria-label={t("watch.screen")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long page scrolls, and keys must be able to scroll it
      tabIndex={0}
      style={{ aspectRatio: `${width} / ${height}` }}
      onWheel={(event) => watch.turnCrown(Math.sign(event.deltaY) * CROWN_DEGREES)}
    >
      <div class="pixels" style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}>
        {on && page !== null && <Widgets nodes={page.tree.root} watch={watch} />}
        {on && page === null && card.shown === null && <WatchFace session={session} />}
        {on && page === null && card.shown !== null && <Card open={card.shown} session={session} />}
        {on && <Overlay session={session} />}
        {!on && (
          <button type="button" class="w dark" onClick={() => hardware.screen.set(true)}>
            {t("watch.dark")}
          </button>
        )}
      </div>
    </section>
  );
}

/** The screen of shortcut cards, left of the watch face. */
function Card({ open, session }: { open: OpenView; session: Session }) {
  const { watch, hardware } = session.device;
  const { width, height } = hardware.variant;
  const tall = open.tree.cardHeight ?? height / 2;
  const place = { left: `${width * 0.08}px`, width: `${width * 0.84}px`, top: `${(height - tall) / 2}px` };
  return (
    <section class="w shortcut" aria-label={t("watch.card")} style={{ ...place, height: `${tall}px` }}>
      <Widgets nodes={open.tree.root} watch={watch} />
    </section>
  );
}

function WatchFace({ session }: { session: Session }) {
  const { hardware, watch } = session.device;
  useSignals(session.frame);
  const now = new Date(hardware.clock.now());
  const pad = (value: number) => String(value).padStart(2, "0");
  return (
    <div class="w face">
      <p class="time">
        {pad(now.getHours())}:{pad(now.getMinutes())}
      </p>
      <p class="date">{dayOf(hardware.clock.now())}</p>
      <button type="button" class="open" onClick={() => void watch.open()}>
        {t("watch.open", hardware.loaded.appJson.app.appName)}
      </button>
    </div>
  );
}

function Overlay({ session }: { session: Session }) {
  const { toast, modal } = session.device.hardware;
  return (
    <>
      {modal !== null && (
        <div class="w modal" role="dialog" aria-modal="true" aria-label={modal.content}>
          <p>{modal.content}</p>
          <button type="button" onClick={() => modal.answer(true)}>
            {modal.confirm}
          </button>
          <button type="button" onClick={() => modal.answer(false)}>
            {modal.cancel}
          </button>
        </div>
      )}
      {toast !== null && <p class="w toast">{toast}</p>}
    </>
  );
}
