import type { HISTORY as EN } from "../en/history.ts";
import type { Like } from "../message.ts";

export const HISTORY: Like<typeof EN> = {
  "history.filter": "筛选",
  "history.from": "从",
  "history.to": "到",
  "history.apply": "显示",
  "history.all": "显示全部",
  "history.order": "“从”不能晚于“到”。",
  "history.count": (count, more) => `${count} 条${more ? "或更多" : ""}记录`,
  "history.none": "这里还没有内容",
  "history.noneText": "手表同步一次训练后，就会显示在这里。",
  "history.noneFiltered": "没有符合条件的记录。",
  "history.byHand": "手动添加",
  "history.by.kind": "类型",
  "history.by.how": "感觉如何",
  "history.by.level": "级别",
  "history.by.pain": "最痛不低于",
  "history.any": "全部",
  "history.more": "显示更多",
  "history.running": (time) => `跑步 ${time}`,
  "history.walking": "只有步行",
  "history.variety": "交叉训练日",
};
