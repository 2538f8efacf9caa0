import type { RULEBOOK as EN } from "../en/rulebook.ts";
import type { Like } from "../message.ts";

export const RULEBOOK: Like<typeof EN> = {
  "rules.title": "计划的规则",
  "rules.sub": "每份计划都只来自这些规则。相同的回答总是得到相同的计划。专家判断：没有研究确定这个数字。",
  "rules.S": "首先：安全问题",
  "rules.R": "休息并咨询医生",
  "rules.C": "如何评价一次训练；以最差的一项为准",
  "rules.U": "这对你的级别有何影响",
  "rules.T": "两周内的早晨",
  "rules.H": "什么会推迟升级",
  "rules.G": "暂停之后",
  "rules.I": "每份计划的上限",
  "rules.D": "今天训练之前",
  "rules.P": "由你决定",
  "rules.W": "哪一天",
  "rules.study": "来自研究",
  "rules.care": "针对警示信号的常规做法",
  "rules.judgement": "专家判断",
  "rules.person": "由你或你的治疗师决定",
  "rules.ladder": "级别阶梯",
  "rules.ladderText": "先跑再走，重复若干次。20 级以上需要你自己同意。",
  "rules.level": "级别",
  "rules.run": "跑",
  "rules.walk": "走",
  "rules.times": "次数",
  "rules.whole": "合计",
};
