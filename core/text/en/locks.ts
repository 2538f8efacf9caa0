import type { Catalogue } from "../catalogue.ts";

const callText = (number: string | null) => (number === null || number === "" ? "your emergency number" : number);

/** Shown as long as a lock holds. */
export const LOCKS_EN: Catalogue["locks"] = {
  E: (number) =>
    `Please get emergency care now: call ${callText(number)} or have somebody take you. What you told us can be a sign of something that doctors must look at right away. Do not exercise. Your plan waits until you tell us that you have been assessed.`,
  U: (number) =>
    `Please see a doctor soon, and today if you feel unwell; if it gets worse, call ${callText(number)}. What you told us should be looked at before any exercise. Your plan waits until you tell us that you have been assessed.`,
  C: () =>
    "Please talk to a health professional before you run. Gentle walking is fine if it feels comfortable. Running comes back when you tell us that you have been assessed and that it is fine.",
  pain: () =>
    "Your body has asked for a break more than once. Please talk to a health professional. Gentle walks are fine while pain is 5 or less. After three calm mornings, tell us that you are ready, and we start again gently.",
  minor: () =>
    "Backstride is made and tested for adults. Please ask a doctor or physiotherapist for a programme that fits you.",
};
