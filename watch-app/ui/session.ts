import { createWidget, prop, widget } from "@zos/ui";
import type { View } from "../logic/view.ts";
import { clock, fill, howText, messageText, partName, stepName, type Translate } from "../logic/words.ts";
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
  /** End; in an exercise under way its easier version, where there is one. */
  readonly endOrInstead: () => void;
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
    fourth: button(layout.fourth, say("session.end"), act.endOrInstead, "plain", SMALL),
  };
}

type Widgets = ReturnType<typeof widgetsOf>;

/** What comes next, and for how long; among exercises only its name, of the same one its other side. */
function nextText({ next, exercise }: View, say: Translate): string {
  if (next === null) return say("session.last");
  const other = next.side !== null && exercise !== null && exercise.move === next.move;
  const step = other ? say(`side.${next.side}`) : partName(next, say);
  return fill(say("session.next"), { step, time: exercise === null ? clock(next.seconds) : "" }).trim();
}

function pulseText(view: View, say: Translate): string {
  if (!view.saved) return say("session.unsaved");
  return view.hr === null ? say("session.noPulse") : fill(say("session.pulse"), { n: view.hr });
}

/** What stands above the time: the step; in an exercise what to do now, or the side. */
function headText({ status, kind, exercise }: View, say: Translate): string {
  if (status === "paused") return say("session.paused");
  if (exercise === null) return stepName(kind, say);
  if (exercise.ready) return say("session.ready");
  return exercise.side === null ? stepName(kind, say) : say(`side.${exercise.side}`);
}

/** The two lines below the time: what comes and the pulse; in an exercise its name, then how it is done or what comes. */
function linesText(view: View, say: Translate): readonly [string, string] {
  const { kind, exercise } = view;
  if (exercise === null) return [nextText(view, say), pulseText(view, say)];
  const { move, how } = exercise;
  const name = partName({ kind, move }, say);
  if (!view.saved) return [name, say("session.unsaved")];
  return [name, how ? howText(move, say) : nextText(view, say)];
}

function countText({ leftS, exercise }: View): string {
  const rep = exercise === null || exercise.ready ? null : exercise.rep;
  return rep === null ? clock(leftS) : `${rep.n}/${rep.of}`;
}

function write(widgets: Widgets, view: View, say: Translate): void {
  const paused = view.status === "paused";
  const [first, second] = linesText(view, say);
  const rests = view.exercise === null ? view.kind !== "run" : view.exercise.ready;
  widgets.phase.say(headText(view, say));
  widgets.phase.tint(rests ? COLOUR.walk : COLOUR.run);
  widgets.count.say(countText(view));
  widgets.next.say(first);
  widgets.next.tint(view.exercise === null ? COLOUR.dim : COLOUR.text);
  widgets.pulse.say(second);
  widgets.message.say(messageText(view.message, say));
  widgets.first.say(say(paused ? "session.resume" : "session.pause"));
  widgets.third.say(say(paused ? "session.more" : "session.pain"));
  widgets.second.say(say(paused ? "session.back" : "session.skip"));
  widgets.fourth.say(say(offersInstead(view) ? "session.instead" : "session.end"));
}

/** Whether the last button offers the easier version of an exercise; to end is then behind the pause. */
export const offersInstead = ({ status, exercise }: View): boolean =>
  status === "running" && exercise?.instead === true;

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
