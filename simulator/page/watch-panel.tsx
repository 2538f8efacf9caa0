import { useEffect, useRef, useState } from "preact/hooks";
import type { OpenView } from "../host/card.ts";
import type { Gesture, Key } from "../host/watch.ts";
import { Feedback } from "./feedback.tsx";
import type { Session } from "./session.ts";
import { useSignals } from "./use.ts";
import { Widgets } from "./widgets.tsx";

const CROWN_DEGREES = 15;

/** The watch: screen, keys, and what its vibrations look like. */
export function WatchPanel({ session }: { session: Session }) {
  const { watch, hardware } = session.device;
  const [shaking, setShaking] = useState(0);
  const { shape } = hardware.variant;
  const key = (name: Key, label: string) => (
    <button type="button" onClick={() => watch.press(name)}>
      {label}
    </button>
  );
  const swipe = (gesture: Gesture, label: string) => (
    <button type="button" onClick={() => watch.swipe(gesture)}>
      {label}
    </button>
  );
  return (
    <section class="watch" aria-labelledby="watch-title">
      <h2 id="watch-title" class="quiet">
        {session.model.name}
      </h2>
      <div class={`case ${shape}`} key={shaking} data-shaking={shaking > 0 ? "" : undefined}>
        <Glass session={session} />
      </div>
      <Feedback hardware={hardware} onVibration={() => setShaking((count) => count + 1)} />
      <fieldset class="keys" aria-label="Keys of the watch">
        {key("HOME", "Crown")}
        {key("BACK", "Back")}
        {key("UP", "Up")}
        {key("DOWN", "Down")}
        {key("SELECT", "Select")}
        {key("SHORTCUT", "Shortcut")}
        {swipe("RIGHT", "Swipe right")}
        {swipe("LEFT", "Swipe left")}
        {swipe("UP", "Swipe up")}
        {swipe("DOWN", "Swipe down")}
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
      aria-label="Watch screen"
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
            Screen is off: raise the wrist
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
    <section class="w shortcut" aria-label="Shortcut card" style={{ ...place, height: `${tall}px` }}>
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
      <p class="date">{now.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" })}</p>
      <button type="button" class="open" onClick={() => void watch.open()}>
        Open {hardware.loaded.appJson.app.appName}
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
