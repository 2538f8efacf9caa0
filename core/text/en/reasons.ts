import type { Catalogue } from "../catalogue.ts";

/** Completes "Last time …". */
export const REASONS_EN: Catalogue["reasons"] = {
  "C.red.flag": () => "you stopped for a warning sign",
  "C.red.leg": () => "there was new pain, tingling or numbness down the leg",
  "C.red.stop": () => "you stopped because of pain",
  "C.red.worst": ({ dur }) => `pain reached ${dur} out of 10`,
  "C.red.after": ({ pre, post }) => `pain went from ${pre} to ${post}`,
  "C.red.morning": ({ am }) => `the morning after was sore, ${am} out of 10`,
  "C.amber.eased": ({ am }) => `the morning after was sore, ${am} out of 10`,
  "C.amber.short": ({ reason }) => (reason === "pain" ? "pain cut the session short" : "it was too hard to finish"),
  "C.amber.effort": ({ rpe }) => `it felt hard, ${rpe} out of 10`,
  "C.amber.worst": ({ dur }) => `pain rose to ${dur} on the way`,
  "C.amber.morning": ({ am }) => `the morning after was a bit sorer, ${am} out of 10`,
  "C.amber.high-morning": ({ am }) => `the morning after was sore, ${am} out of 10`,
  "C.amber.heart": () => "your heart worked hard for a good part of the session",
  "C.neutral.missing": () => "not every score was given",
  "C.neutral.effort": () => "it felt a little hard",
  "C.neutral.short": () => "the session was cut short",
  "C.neutral.below": () => "you took an easier session",
  "C.neutral.over": () => "you ran more than planned",
  "C.neutral.morning": () => "there was no score from the morning after",
};
