import { type Answers, EXTRA, type Question, SURFACES } from "../logic/questions.ts";
import { fill, type Translate } from "../logic/words.ts";
import type { Screen } from "./layout.ts";
import { gridPanel, menuPanel, type Panel } from "./panels.ts";

type Around = {
  readonly answers: Answers;
  /** Puts a panel in the place of the one that is open. */
  readonly show: (panel: Panel) => void;
  readonly ask: (question: Question, onAnswer: (value: number) => void) => void;
  readonly told: (answers: Answers) => void;
  readonly done: () => void;
};

/** What may be told besides the questions after a session: stiffness, energy, the ground. What was told stands on its button. */
export function extraMenu(screen: Screen, say: Translate, around: Around): void {
  const { answers, show, ask, told, done } = around;
  const named = (id: string, value: string | undefined): string => {
    const name = say(`extra.${id}`);
    return value === undefined ? name : fill(say("extra.told"), { name, value });
  };
  const scores = EXTRA.map((question) => ({
    text: named(question.id, answers[question.id]?.toString()),
    run: () => ask(question, (value) => told({ ...answers, [question.id]: value })),
  }));
  const chosen = SURFACES[answers.surface ?? -1];
  const grounds = SURFACES.map((surface, index) => ({
    text: say(`surface.${surface}`),
    run: () => told({ ...answers, surface: index }),
  }));
  const ground = {
    text: named("surface", chosen === undefined ? undefined : say(`surface.${chosen}`)),
    run: () => show(gridPanel(screen, [...grounds, { text: say("home.later"), run: () => told(answers) }])),
  };
  show(menuPanel(screen, [...scores, ground, { text: say("done"), tone: "primary", run: done }]));
}
