import { createWidget, prop, widget } from "@zos/ui";
import type { View } from "../logic/view.ts";
import { clock, fill, messageText, stepName, type Translate } from "../logic/words.ts";
import { type Screen, SMALL, sessionLayout } from "./layout.ts";
import { panelOf } from "./panels.ts";
import { COLOUR } from "./theme.ts";
import { button, label } from "./widgets.ts";

export type SessionView = { draw(view: View): void; show(visible: boolean): void };

type Acts = {
  readonly pauseOrResume: () => void;
  /** Skip while moving, back while paused. */
  readonly skipOrBack: () => void;
  readonly pain: () => void;
  readonly end: () => void;
};

/** How much is behind, along the rim; the numbers say the same. */
function rim(screen: Screen): (share: number) => void {
  if (!screen.round) return () => undefined;
  const frame = { x: 0, y: 0, w: screen.width, h: screen.height, start_angle: -90, line_width: 6, color: COLOUR.walk };
  const arc = createWidget(widget.ARC, { ...frame, end_angle: -90 });
  let drawn = -90;
  return (share) => {
    const end_angle = -90 + Math.round(360 * share);
    if (end_angle === drawn) return;
    drawn = end_angle;
    arc.setProperty(prop.MORE, { ...frame, end_angle });
  };
}

/** The one screen of a session: what to do, how long, what next, heart rate. */
export function sessionView(screen: Screen, say: Translate, act: Acts): SessionView {
  const layout = sessionLayout(screen);
  const turn = rim(screen);
  const phase = label(layout.phase, "", 36);
  const count = label(layout.count, "", Math.min(110, Math.floor(layout.count.h * 0.86)));
  const next = label(layout.next, "", SMALL, { colour: COLOUR.dim });
  const pulse = label(layout.pulse, "", SMALL, { colour: COLOUR.dim });
  const message = label(layout.message, "", SMALL, { lines: 2 });
  const first = button(layout.first, say("session.pause"), act.pauseOrResume, "primary");
  const second = button(layout.second, say("session.skip"), act.skipOrBack);
  const third = button(layout.third, say("session.pain"), act.pain, "warn");
  const fourth = button(layout.fourth, say("session.end"), act.end);
  const all = panelOf([phase, count, next, pulse, first, second, third, fourth]);
  message.show(false);
  let shown = false;
  return {
    show: (visible) => {
      shown = visible;
      all.show(visible);
      if (!visible) message.show(false);
    },
    draw: (view) => {
      const words = messageText(view.message, say);
      const paused = view.status === "paused";
      phase.say(paused ? say("session.paused") : stepName(view.kind, say));
      phase.tint(view.kind === "run" ? COLOUR.run : COLOUR.walk);
      count.say(clock(view.leftS));
      next.say(
        view.next === null
          ? say("session.last")
          : fill(say("session.next"), { step: stepName(view.next.kind, say), time: clock(view.next.seconds) }),
      );
      const beat = view.hr === null ? say("session.noPulse") : fill(say("session.pulse"), { n: view.hr });
      pulse.say(view.saved ? beat : say("session.unsaved"));
      message.say(words);
      first.say(say(paused ? "session.resume" : "session.pause"));
      second.say(say(paused ? "session.back" : "session.skip"));
      turn(view.share);
      if (!shown) return;
      message.show(words !== "");
      next.show(words === "");
      pulse.show(words === "");
    },
  };
}
