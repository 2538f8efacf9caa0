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
  /** Pain while moving; while paused, what else can be done with a step. */
  readonly painOrMore: () => void;
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

function widgetsOf(screen: Screen, say: Translate, act: Acts) {
  const layout = sessionLayout(screen);
  return {
    phase: label(layout.phase, "", 36),
    count: label(layout.count, "", Math.min(110, Math.floor(layout.count.h * 0.86))),
    next: label(layout.next, "", SMALL, { colour: COLOUR.dim }),
    pulse: label(layout.pulse, "", SMALL, { colour: COLOUR.dim }),
    message: label(layout.message, "", SMALL, { lines: 2 }),
    first: button(layout.first, say("session.pause"), act.pauseOrResume, "primary"),
    second: button(layout.second, say("session.skip"), act.skipOrBack),
    third: button(layout.third, say("session.pain"), act.painOrMore, "warn", SMALL),
    fourth: button(layout.fourth, say("session.end"), act.end, "plain", SMALL),
  };
}

type Widgets = ReturnType<typeof widgetsOf>;

function nextText(view: View, say: Translate): string {
  if (view.next === null) return say("session.last");
  return fill(say("session.next"), { step: stepName(view.next.kind, say), time: clock(view.next.seconds) });
}

function pulseText(view: View, say: Translate): string {
  if (!view.saved) return say("session.unsaved");
  return view.hr === null ? say("session.noPulse") : fill(say("session.pulse"), { n: view.hr });
}

function write(widgets: Widgets, view: View, say: Translate): void {
  const paused = view.status === "paused";
  widgets.phase.say(paused ? say("session.paused") : stepName(view.kind, say));
  widgets.phase.tint(view.kind === "run" ? COLOUR.run : COLOUR.walk);
  widgets.count.say(clock(view.leftS));
  widgets.next.say(nextText(view, say));
  widgets.pulse.say(pulseText(view, say));
  widgets.message.say(messageText(view.message, say));
  widgets.first.say(say(paused ? "session.resume" : "session.pause"));
  widgets.third.say(say(paused ? "session.more" : "session.pain"));
  widgets.second.say(say(paused ? "session.back" : "session.skip"));
}

/** The one screen of a session: what to do, how long, what next, heart rate; a cue's words for a few seconds. */
export function sessionView(screen: Screen, say: Translate, act: Acts): SessionView {
  const turn = rim(screen);
  const widgets = widgetsOf(screen, say, act);
  const { message, next, pulse, ...others } = widgets;
  const always = panelOf(Object.values(others));
  let shown = false;
  const speak = (words: string): void => {
    message.show(shown && words !== "");
    next.show(shown && words === "");
    pulse.show(shown && words === "");
  };
  speak("");
  return {
    show: (visible) => {
      shown = visible;
      always.show(visible);
      speak("");
    },
    draw: (view) => {
      write(widgets, view, say);
      turn(view.share);
      speak(messageText(view.message, say));
    },
  };
}
