import type { Catalogue } from "../catalogue.ts";

/** S1–S16 (plan-rules §7) in plain English, one yes or no each. */
export const QUESTIONS_EN: Catalogue["questions"] = {
  s1: "Have you newly noticed numbness or tingling between your legs: around your genitals, back passage, buttocks or inner thighs?",
  s2: "Is it newly hard to pass urine or to hold it, have you lost control of your bowels, or has feeling during sex changed?",
  s3: "Do both legs newly feel weak, numb or painful, or worse than before, does a foot drag, or is weakness spreading quickly?",
  s4: "Have you had chest pain or pressure, fainted, or been unusually short of breath, resting or moving?",
  s4urgent: "Is that happening now?",
  s5: "Did this pain begin with a serious fall, a crash or a hard blow?",
  s5urgent: "Was that recent, and is the pain severe?",
  s6: "Along with back pain, do you have a fever, feel very ill, have you recently had a serious infection or injected drugs, or is your immune system weak?",
  s7: "Have you lost weight without a reason, does pain stay all night and never ease, or is this new back pain after having had cancer?",
  s8: "Do you have osteoporosis, have you taken steroids for long, or are you 65 or older with sudden new pain after a small strain?",
  s9: "Do you have pain or tingling below one knee that is worse than your back pain, or new?",
  s9urgent: "Does that leg or foot also feel weak?",
  s10: "Is your back stiff for more than half an hour each morning and better with movement, does it wake you late in the night, and did this start before you were 45?",
  s11: "Do you have a heart, lung or kidney condition, diabetes with complications, blood pressure that is not under control, or blackouts?",
  s12: "Have you had back surgery or a broken bone in your spine, or has a doctor told you not to run?",
  s13: "Are you pregnant, or did you give birth in the last 12 months?",
  s14: "Have you hurt a leg, foot or hip in the last 6 weeks, or does a bone in your shin or foot hurt when you hop?",
  s15: "Is your usual back pain 6 or more out of 10, or did severe new pain start this week?",
  s16: "Are you under 18, or are you 70 or older and not used to exercise?",
  s16urgent: "Are you under 18?",
};
