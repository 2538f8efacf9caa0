import { FIRST_RUN_LEVEL, rungOf } from "../../ladder/ladder.ts";
import type { Catalogue, Inputs } from "../catalogue.ts";

/** "第 9 级，跑 9 次、每次 30 秒" */
function outing(level: unknown): string {
  const { runS, reps, walkS } = rungOf(Number(level));
  if (runS === 0) return `第 ${level} 级，步行 ${walkS / 60} 分钟`;
  return `第 ${level} 级，跑 ${reps} 次、每次 ${runS < 120 ? `${runS} 秒` : minutes(runS)}`;
}

function minutes(seconds: number): string {
  const rest = seconds % 60;
  return rest === 0 ? `${seconds / 60} 分钟` : `${Math.floor(seconds / 60)} 分 ${rest} 秒`;
}

const because = (reason: string, fallback: string) => (reason === "" ? fallback : `上一次${reason}`);
/** Below level 0 there is nothing to step back to. */
const lowered = ({ from, to }: Inputs, words: string) => `${from === to ? "我们留在" : words}${outing(to)}`;
const greens = ({ streak, needed }: Inputs) => `这一级的 ${needed} 次舒服训练已完成 ${streak} 次`;

/** "2026年12月1日" */
const day = (date: string) => `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

export const SENTENCES_ZH: Catalogue["sentences"] = {
  "S.minor": () => "Backstride 是为成年人设计的，所以这里还没有适合你的计划。",
  "S.lock": ({ kind }) =>
    kind === "C"
      ? "在专业医护人员说你可以跑步之前，跑步先等一等。"
      : "你的计划已停下：你告诉我们的情况需要先请专业医护人员看看。",
  "R.pain": () => "跑步先等一等：最近疼痛或活动不便出现得太频繁，请咨询专业医护人员。",
  "S.first": () => "欢迎。先回答十六个简短的安全问题，然后我们来安排你的第一次训练。",
  "P.place": () => "就快好了：告诉我们你能舒服地走多久，我们来安排你的第一次训练。",
  "P.pause": ({ until }) =>
    until === null ? "你的计划已暂停，等你说继续再继续。" : `暂停到 ${day(String(until))}。好好休息。`,
  "D.unwell": () => "你今天不舒服，所以今天休息。",
  "D.rest": ({ pre }) => `现在疼痛是 ${pre} 分（满分 10 分），所以今天休息。`,
  "U.red-hold": ({ level }) => `你的背先轻松一段时间：${outing(level)}，感觉舒服就做。`,
  "S.anew": ({ level }) => `已经隔了很久，所以我们慢慢开始：${outing(level)}，直到重新回答安全问题。`,
  "D.walk": ({ pre, level }) => `现在疼痛是 ${pre} 分（满分 10 分）：只做${outing(level)}，或者休息也可以。`,
  "D.ease": ({ pre, level }) => `疼痛是 ${pre} 分，比你平时高，所以今天轻松一些：${outing(level)}。`,
  "U.step-back-2": (inputs, reason) => `${because(reason, "上一次训练过量了")}，所以${lowered(inputs, "我们降到")}。`,
  "U.red-again": ({ level }, reason) =>
    `${because(reason, "上一次训练过量了")}，所以我们留在低级别：${outing(level)}。`,
  "T.step": (inputs) => `这两周你早晨的疼痛越来越重，所以${lowered(inputs, "我们退回到")}。`,
  "U.trial": ({ to }, reason) => `${because(reason, "试跑稍微过量")}，所以我们从${outing(to)}开始。`,
  "U.step-back-1": (inputs, reason) =>
    `${because(reason, "上一次训练稍微过量")}，这是连续第二次，所以${lowered(inputs, "我们退回到")}。`,
  "G.gap": ({ days, from, to }) =>
    `距离你上一次${Number(from) > FIRST_RUN_LEVEL ? "跑步" : "训练"}已有 ${days} 天，所以我们慢慢恢复：${outing(to)}。`,
  "I.load": ({ to }) => `过去 30 天你的腿跑得少一些，所以我们重新积累：${outing(to)}。`,
  "I.ceiling": ({ to }) => `你的计划保持在为你设定的上限之内：${outing(to)}。`,
  "P.easier": ({ level }) => `按你的选择，轻松一些：${outing(level)}。`,
  "T.rise": () => "最近你早晨的疼痛稍重一些，所以我们留在这一级。",
  "T.after-step": () => "几天前我们退了一级，所以这周保持不变。",
  "T.drift": () => "你早晨的疼痛比平时重，所以我们留在这一级。",
  "H.week": () => "你一周内升了两级，给身体一些时间适应这一级。",
  "H.month": () => "这个月你升了不少，给身体一些时间适应这一级。",
  "H.walk": () => "你刚刚升级，这一级再多一天。",
  "H.load": () => "和过去 30 天相比，下一级跨度太大，所以我们暂时留在这里。",
  "H.opt-in": () => "你已达到第 20 级，这就是一个圆满的终点。留在这里，再搭配你喜欢的其他活动。",
  "H.top": () => "你已在阶梯的最高处。留在这里，再搭配你喜欢的其他活动。",
  "H.ceiling": ({ ceiling }) => `你已达到第 ${ceiling} 级，这是为你设定的上限，我们就留在这里。`,
  "H.lock": () => "计划暂缓期间，我们留在这一级。",
  "U.await": ({ tomorrow }) =>
    tomorrow === true
      ? "做得好。明天早晨告诉我们你的背感觉如何：它决定下一步。"
      : "今天早晨你的背感觉如何？你的回答决定下一步。",
  "U.low-ambers": () => "这一阵子连短时间的训练也不太舒服。专业医护人员可以帮你找找原因。",
  "U.stuck": ({ level }, reason) => `${because(reason, "还不算完全舒服")}，所以我们留在第 ${level} 级。`,
  "U.amber": ({ level }, reason) => `${because(reason, "上一次训练稍微过量")}，所以我们留在第 ${level} 级看看。`,
  "U.neutral": ({ level }, reason) => `${because(reason, "上一次训练不计入")}，所以我们留在第 ${level} 级。`,
  "U.progress": ({ to }) => `这次很舒服，所以你升到${outing(to)}。`,
  "U.hold": (inputs) => `进展不错：${greens(inputs)}。再来一次同样的。`,
  "P.restart": ({ level }) => `欢迎回来。我们慢慢开始：${outing(level)}。`,
  "P.start": ({ level }) => `你的第一次训练：${outing(level)}。轻松到全程都能聊天。`,
};

export const STUCK_ZH = "怎样才能前进：轻松地完成一次完整的训练，填好所有评分，第二天早晨也平静。";
