import type { Catalogue } from "../catalogue.ts";

/** Follows "上一次……". */
export const REASONS_ZH: Catalogue["reasons"] = {
  "C.red.flag": () => "你因为警示信号停了下来",
  "C.red.leg": () => "沿腿往下出现了新的疼痛、针刺感或麻木",
  "C.red.stop": () => "你因为疼痛停了下来",
  "C.red.worst": ({ dur }) => `疼痛达到 ${dur} 分（满分 10 分）`,
  "C.red.after": ({ pre, post }) => `疼痛从 ${pre} 分变为 ${post} 分`,
  "C.red.morning": ({ am }) => `第二天早晨有些痛，${am} 分（满分 10 分）`,
  "C.amber.eased": ({ am }) => `第二天早晨有些痛，${am} 分（满分 10 分）`,
  "C.amber.short": ({ reason }) => (reason === "pain" ? "疼痛让训练提前结束" : "太累了，没能完成"),
  "C.amber.effort": ({ rpe }) => `感觉很累，${rpe} 分（满分 10 分）`,
  "C.amber.worst": ({ dur }) => `途中疼痛升到 ${dur} 分`,
  "C.amber.morning": ({ am }) => `第二天早晨稍微痛一些，${am} 分（满分 10 分）`,
  "C.amber.high-morning": ({ am }) => `第二天早晨有些痛，${am} 分（满分 10 分）`,
  "C.amber.heart": () => "训练的不少时间里心脏负担较大",
  "C.neutral.missing": () => "评分没有填全",
  "C.neutral.effort": () => "感觉有点累",
  "C.neutral.short": () => "训练提前结束了",
  "C.neutral.below": () => "你做了更轻松的一次训练",
  "C.neutral.over": () => "你跑得比计划多",
  "C.neutral.morning": () => "没有第二天早晨的评分",
};
