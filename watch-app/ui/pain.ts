import type { Pain } from "../../core/contract/session.ts";
import { bearable } from "../../core/session/floor.ts";
import { type Answers, DURING, mustStop, nextQuestion, painOf } from "../logic/questions.ts";
import type { Runner } from "../logic/runner.ts";
import type { Translate } from "../logic/words.ts";
import type { Screen } from "./layout.ts";
import { type Choice, type Panel, questionPanel } from "./panels.ts";

/** What telling pain needs of the session around it. */
export type PainRoad = {
  readonly screen: Screen;
  readonly say: Translate;
  readonly runner: Runner;
  readonly before: Pain | null;
  /** Puts a panel in the place of what is open. */
  readonly change: (panel: Panel) => void;
  readonly choose: (title: string, choices: readonly Choice[]) => void;
  readonly goOn: () => void;
  readonly leaveBlock: () => void;
  /** Back to the session with an easier way: no more running, or this run as a walk. */
  readonly easier: (how: "walk-only" | "ease-off", pain: Pain) => void;
  readonly end: () => void;
  readonly stop: () => void;
};

/** Asks how bad it is, at both sites, then what to do about it: graded, from easing off to stopping (plan-rules §5, §7). */
export function howBad(road: PainRoad, answers: Answers = {}): void {
  const question = nextQuestion(DURING, answers);
  if (question === null) {
    judge(road, painOf(answers, "back", "leg"));
    return;
  }
  const panel = questionPanel(road.screen, road.say);
  road.change(panel);
  panel.ask(question, (value) => howBad(road, { ...answers, [question.id]: value }));
}

function judge(road: PainRoad, pain: Pain): void {
  const { say, runner } = road;
  runner.pain(pain, false);
  if (mustStop(pain, road.before)) {
    road.stop();
  } else if (runner.tick().exercise !== null) {
    judgeExercise(road, pain);
  } else {
    road.choose("pain.then", [
      { text: say("pain.easeOff"), run: () => road.easier("ease-off", pain) },
      { text: say("pain.walkOnly"), tone: "primary", run: () => road.easier("walk-only", pain) },
      { text: say("session.end"), run: road.end },
    ]);
  }
}

/** Pain in an exercise: from 4 on the others are left out too (plan-rules §9). */
function judgeExercise({ say, runner, choose, goOn, leaveBlock }: PainRoad, pain: Pain): void {
  if (!bearable(pain)) {
    leaveBlock();
    return;
  }
  const skip = (): void => {
    runner.press("skip");
    goOn();
  };
  choose("pain.then", [
    { text: say("session.skip"), run: skip },
    { text: say("session.leave"), tone: "primary", run: leaveBlock },
    { text: say("session.goOn"), run: goOn },
  ]);
}
