import type { Catalogue } from "../catalogue.ts";

/** What would change the plan, one sentence each. */
export const CHANGES_EN: Catalogue["changes"] = {
  "S.minor": () => "Come back when you are 18, or correct your answer if it was a slip.",
  "S.lock": () => "Tell us once a health professional has assessed you, together with your usual pain now.",
  "R.pain": ({ quiet }) =>
    quiet === 3
      ? "Your mornings have been calm. Tell us when you feel ready, together with your usual pain now."
      : "Three calm mornings in a row, then a word from you that you are ready.",
  "S.first": () => "Answer the sixteen safety questions.",
  "P.place": () => "Tell us how long you can walk comfortably, and whether you jog already.",
  "P.pause": () => "End the pause whenever you like.",
  "D.unwell": () => "Feeling well again. Please look at safety questions 1 to 8 once more.",
  "D.rest": () => "A calmer back. Please look at safety questions 1 to 8 once more.",
  "D.walk": () => "A calmer back. Please look at safety questions 1 to 8 once more.",
  "D.ease": () => "A calmer back brings the planned session back.",
  "U.red-hold": ({ quiet, answered }) => {
    if (quiet === true) return "Answer safety questions 1 to 8, and running comes back.";
    if (answered === true) return "A calm morning, at least two days after, and running comes back.";
    return "A calm morning, at least two days after, and safety questions 1 to 8 answered.";
  },
  "S.anew": () => "Answer the sixteen safety questions again.",
  "S.repeat": ({ since }) =>
    `${typeof since === "string" ? "Please" : "Four weeks have passed: please"} answer safety questions 1 to 8 again.`,
  "C.neutral.morning": () => "The score of the morning after your session. Without it the session cannot count.",
  "C.neutral.missing": () => "All scores of a session: before, worst, after, and how hard it felt.",
  "T.step": () => "Calmer mornings over the next week.",
  "T.rise": () => "Calmer mornings over the next days.",
  "T.drift": () => "Mornings back near your usual.",
  "T.usual-pain": () => "Tell us your usual pain again: it may have changed.",
  "H.opt-in": ({ offer }) =>
    offer === true ? "Longer runs are there if you like: choose them under Limits in your plan." : "",
  "G.gap": () => "Each comfortable session brings you back up.",
  "U.hold": ({ streak, needed }) => {
    const more = Number(needed) - Number(streak);
    if (more <= 0) return "The streak is there: the next level comes as soon as nothing holds it back.";
    return more === 1 ? "One more comfortable session moves you up." : `${more} more comfortable sessions move you up.`;
  },
};
