import type { PlanChange } from "../contract/plan-history.ts";
import type { Language } from "../contract/primitives.ts";

/** The levels of a plan before and after; 0 where there was none. */
type Levels = { readonly from: number; readonly to: number };
type Texts = Readonly<Record<PlanChange["kind"], (levels: Levels) => string>>;

const EN: Texts = {
  locked: () => "Your plan was put on hold.",
  unlocked: () => "The hold was lifted, and your plan goes on.",
  paused: () => "Your pause began.",
  resumed: () => "Your pause ended, and your plan goes on.",
  rest: () => "A day of rest took the place of the session.",
  offered: ({ to }) => `There is a session now, at level ${to}.`,
  up: ({ from, to }) => `Up from level ${from} to level ${to}.`,
  down: ({ from, to }) => `Down from level ${from} to level ${to}.`,
  moved: () => "The next session moved to another day.",
  retimed: () => "The next session begins at another time of day.",
  steps: () => "The level stayed, and its steps changed.",
  reason: () => "The session stays as it was, for other reasons.",
};

const DE: Texts = {
  locked: () => "Dein Plan ruht jetzt.",
  unlocked: () => "Dein Plan ruht nicht mehr und geht weiter.",
  paused: () => "Deine Pause hat begonnen.",
  resumed: () => "Deine Pause ist zu Ende, dein Plan geht weiter.",
  rest: () => "Statt der Einheit kam ein Ruhetag.",
  offered: ({ to }) => `Es gibt jetzt eine Einheit, auf Stufe ${to}.`,
  up: ({ from, to }) => `Hinauf von Stufe ${from} auf Stufe ${to}.`,
  down: ({ from, to }) => `Hinunter von Stufe ${from} auf Stufe ${to}.`,
  moved: () => "Die nächste Einheit liegt jetzt an einem anderen Tag.",
  retimed: () => "Die nächste Einheit beginnt zu einer anderen Uhrzeit.",
  steps: () => "Die Stufe ist geblieben, ihre Abschnitte haben sich geändert.",
  reason: () => "Die Einheit bleibt, wie sie war, aus anderen Gründen.",
};

const ES: Texts = {
  locked: () => "Tu plan quedó en espera.",
  unlocked: () => "La espera terminó y tu plan continúa.",
  paused: () => "Empezó tu pausa.",
  resumed: () => "Terminó tu pausa y tu plan continúa.",
  rest: () => "Un día de descanso tomó el lugar de la sesión.",
  offered: ({ to }) => `Ahora hay una sesión, en el nivel ${to}.`,
  up: ({ from, to }) => `Sube del nivel ${from} al nivel ${to}.`,
  down: ({ from, to }) => `Baja del nivel ${from} al nivel ${to}.`,
  moved: () => "La próxima sesión pasó a otro día.",
  retimed: () => "La próxima sesión empieza a otra hora.",
  steps: () => "El nivel sigue igual y sus partes cambiaron.",
  reason: () => "La sesión sigue igual, por otros motivos.",
};

const FR: Texts = {
  locked: () => "Ton plan a été mis en attente.",
  unlocked: () => "L’attente est levée et ton plan continue.",
  paused: () => "Ta pause a commencé.",
  resumed: () => "Ta pause est finie et ton plan continue.",
  rest: () => "Un jour de repos a remplacé la séance.",
  offered: ({ to }) => `Il y a maintenant une séance, au niveau ${to}.`,
  up: ({ from, to }) => `On monte du niveau ${from} au niveau ${to}.`,
  down: ({ from, to }) => `On descend du niveau ${from} au niveau ${to}.`,
  moved: () => "La prochaine séance est passée à un autre jour.",
  retimed: () => "La prochaine séance commence à une autre heure.",
  steps: () => "Le niveau est resté, ses étapes ont changé.",
  reason: () => "La séance reste la même, pour d’autres raisons.",
};

const ZH: Texts = {
  locked: () => "你的计划已暂缓。",
  unlocked: () => "暂缓已解除，计划继续。",
  paused: () => "你暂停了计划。",
  resumed: () => "暂停结束了，计划继续。",
  rest: () => "这次训练改成了休息日。",
  offered: ({ to }) => `现在有训练了，在第 ${to} 级。`,
  up: ({ from, to }) => `从第 ${from} 级升到第 ${to} 级。`,
  down: ({ from, to }) => `从第 ${from} 级降到第 ${to} 级。`,
  moved: () => "下一次训练改到了另一天。",
  retimed: () => "下一次训练改到了另一个时间。",
  steps: () => "级别不变，训练的步骤变了。",
  reason: () => "训练不变，只是理由不同了。",
};

const TEXTS: Readonly<Record<Language, Texts>> = { en: EN, de: DE, es: ES, fr: FR, zh: ZH };

/** What changed from one plan to the next, in one sentence. Apart from the catalogues, because a watch never says it. */
export function planChangeText(kind: PlanChange["kind"], levels: Levels, language: Language | undefined): string {
  return TEXTS[language || "en"][kind](levels);
}
