import type { Catalogue } from "../catalogue.ts";

export const CHANGES_ZH: Catalogue["changes"] = {
  "S.minor": () => "等你满 18 岁再来；如果刚才选错了，请改正答案。",
  "S.lock": () => "专业医护人员为你评估之后，请告诉我们，并说说你最近平时的疼痛程度。",
  "R.pain": ({ quiet }) =>
    quiet === 3
      ? "你的早晨都很平静。准备好了就告诉我们，并说说你最近平时的疼痛程度。"
      : "连续三个平静的早晨，然后告诉我们你准备好了。",
  "S.first": () => "回答十六个安全问题。",
  "P.place": () => "告诉我们你能舒服地走多久，以及你是否已经在慢跑。",
  "P.pause": () => "你想什么时候结束暂停都可以。",
  "D.unwell": () => "等身体好起来。请再看一遍安全问题 1 到 8。",
  "D.rest": () => "等背部缓和一些。请再看一遍安全问题 1 到 8。",
  "D.walk": () => "等背部缓和一些。请再看一遍安全问题 1 到 8。",
  "D.ease": () => "等背部缓和一些，就恢复原计划的训练。",
  "U.red-hold": ({ quiet, answered }) => {
    if (quiet === true) return "回答安全问题 1 到 8，就可以恢复跑步。";
    if (answered === true) return "至少两天之后有一个平静的早晨，就可以恢复跑步。";
    return "至少两天之后有一个平静的早晨，并且回答安全问题 1 到 8。";
  },
  "S.anew": () => "再回答一遍十六个安全问题。",
  "S.repeat": ({ since }) => `${typeof since === "string" ? "" : "四周过去了："}请再回答一遍安全问题 1 到 8。`,
  "C.neutral.morning": () => "训练后第二天早晨的评分。没有它，这次训练无法计入。",
  "C.neutral.missing": () => "一次训练的全部评分：之前、最痛时、之后，以及感觉有多累。",
  "T.step": () => "接下来一周的早晨更平静。",
  "T.rise": () => "接下来几天的早晨更平静。",
  "T.drift": () => "早晨的疼痛回到接近你平时的水平。",
  "T.usual-pain": () => "请再说一次你平时的疼痛程度：它可能已经变了。",
  "H.opt-in": ({ offer }) => (offer === true ? "如果你愿意，还有更长的跑步：在计划的“上限”里选择。" : ""),
  "G.gap": () => "每一次舒服的训练都会带你回升。",
  "U.hold": ({ streak, needed }) => {
    const more = Number(needed) - Number(streak);
    if (more <= 0) return "次数已经够了：一旦没有别的限制，就进入下一级。";
    return `再有 ${more} 次舒服的训练，你就升一级。`;
  },
};
