import { FIRST_RUN_LEVEL, rungOf } from "../../ladder/ladder.ts";
import type { Catalogue, Inputs } from "../catalogue.ts";

/** "level 9, 9 runs of 30 seconds" */
function outing(level: unknown): string {
  const { runS, reps, walkS } = rungOf(Number(level));
  if (runS === 0) return `level ${level}, a walk of ${walkS / 60} minutes`;
  return `level ${level}, ${reps} runs of ${runS < 120 ? `${runS} seconds` : minutes(runS)}`;
}

function minutes(seconds: number): string {
  const rest = seconds % 60;
  return rest === 0 ? `${seconds / 60} minutes` : `${Math.floor(seconds / 60)} min ${rest} s`;
}

const because = (reason: string, fallback: string) => (reason === "" ? fallback : `Last time ${reason}`);
/** Below level 0 there is nothing to step back to. */
const lowered = ({ from, to }: Inputs, words: string) => `${from === to ? "stay at" : words} ${outing(to)}`;
const greens = ({ streak, needed }: Inputs) => `${streak} of ${needed} comfortable sessions done at this level`;

const MONTHS = "January February March April May June July August September October November December".split(" ");
/** "1 December 2026" of 2026-12-01 */
const day = (date: string) => `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

/** The leading rule of a decision, one sentence each. */
export const SENTENCES_EN: Catalogue["sentences"] = {
  "S.minor": () => "Backstride is made for adults, so there is no plan for you here yet.",
  "S.lock": ({ kind }) =>
    kind === "C"
      ? "Running waits until a health professional has said it is fine for you."
      : "Your plan has stopped: what you told us needs a health professional first.",
  "R.pain": () =>
    "Running waits: pain or trouble moving has come up too often lately, so please talk to a health professional.",
  "S.first": () => "Welcome. Sixteen short safety questions come first, then we plan your first outing.",
  "P.place": () => "Nearly there: tell us how long you can walk comfortably, and we plan your first outing.",
  "P.pause": ({ until }) =>
    until === null ? "Your plan is paused until you say so." : `Paused until ${day(String(until))}. Enjoy the break.`,
  "D.unwell": () => "You are not feeling well, so today is for rest.",
  "D.rest": ({ pre }) => `Pain is ${pre} out of 10 right now, so today is for rest.`,
  "U.red-hold": ({ level }) => `Your back gets an easy spell for now: ${outing(level)}, if it feels comfortable.`,
  "S.anew": ({ level }) =>
    `It has been a long while, so we start gently: ${outing(level)}, until the safety questions are answered again.`,
  "D.walk": ({ pre, level }) => `Pain is ${pre} out of 10 right now: only ${outing(level)}, or rest if you prefer.`,
  "D.ease": ({ pre, level }) => `Pain is ${pre}, more than usual for you, so today is easier: ${outing(level)}.`,
  "U.step-back-2": (inputs, reason) =>
    `${because(reason, "The last session was too much")}, so we ${lowered(inputs, "go down to")}.`,
  "U.red-again": ({ level }, reason) =>
    `${because(reason, "The last session was too much")}, so we stay low: ${outing(level)}.`,
  "T.step": (inputs) =>
    `Your mornings have become more painful over two weeks, so we ${lowered(inputs, "step back to")}.`,
  "U.trial": ({ to }, reason) =>
    `${because(reason, "The trial session was a little much")}, so we begin at ${outing(to)}.`,
  "U.step-back-1": (inputs, reason) =>
    `${because(reason, "The last session was a little much")}, the second one in a row, so we ${lowered(inputs, "step back to")}.`,
  "G.gap": ({ days, from, to }) =>
    `It has been ${days} days since your last ${Number(from) > FIRST_RUN_LEVEL ? "run" : "session"}, so we ease back in at ${outing(to)}.`,
  "I.load": ({ to }) => `Your legs have run less in the last 30 days, so we build up again from ${outing(to)}.`,
  "I.ceiling": ({ to }) => `Your plan stays within the limit set for you: ${outing(to)}.`,
  "P.easier": ({ level }) => `As you chose, an easier one: ${outing(level)}.`,
  "T.rise": () => "Your mornings have been a little more painful lately, so we stay at this level.",
  "T.after-step": () => "We stepped back a few days ago, so this week stays at the same level.",
  "T.drift": () => "Your mornings have been sorer than your usual, so we stay at this level.",
  "H.week": () => "You moved up twice within a week, so your body gets time to settle at this level.",
  "H.month": () => "You moved up a lot this month, so your body gets time to settle at this level.",
  "H.walk": () => "You just moved up, so this level gets one more day.",
  "H.load": () => "The next level would be too big a jump from your last 30 days, so we stay here for now.",
  "H.opt-in": () => "You have reached level 20, a full finish. Stay here and mix in other things you like.",
  "H.top": () => "You are at the top of the ladder. Stay here and mix in other things you like.",
  "H.ceiling": ({ ceiling }) => `You have reached level ${ceiling}, the limit set for you, and we stay here.`,
  "H.lock": () => "We stay at this level while the plan is on hold.",
  "U.await": ({ tomorrow }) =>
    tomorrow === true
      ? "Well done. Tomorrow morning, tell us how your back feels: that decides the next step."
      : "How does your back feel this morning? Your answer decides the next step.",
  "U.low-ambers": () =>
    "Even short outings have been uncomfortable for a while. A health professional can help you find out why.",
  "U.stuck": ({ level }, reason) =>
    `${because(reason, "It has not been quite comfortable yet")}, so we stay at level ${level}.`,
  "U.amber": ({ level }, reason) =>
    `${because(reason, "The last session was a little much")}, so we stay at level ${level} and see.`,
  "U.neutral": ({ level }, reason) =>
    `${because(reason, "The last session does not count either way")}, so we stay at level ${level}.`,
  "U.progress": ({ to }) => `That went comfortably, so you move up to ${outing(to)}.`,
  "U.hold": (inputs) => `Going well: ${greens(inputs)}. The same again.`,
  "P.restart": ({ level }) => `Good to have you back. We start gently with ${outing(level)}.`,
  "P.start": ({ level }) => `Your first outing: ${outing(level)}. Easy enough to chat all the way.`,
};

export const STUCK_EN =
  "What moves you on: a session done in full, at an easy effort, with all its scores and a calm morning after.";
