import type { CALENDAR as EN } from "../en/calendar.ts";
import type { Like } from "../message.ts";

export const CALENDAR: Like<typeof EN> = {
  "calendar.views": "显示方式",
  "calendar.list": "列表",
  "calendar.title": "日历",
  "calendar.add": "手动添加",
  "calendar.years": "年份",
  "calendar.sum": (year, done, missed) =>
    `${year} 年：${done} 天有训练${missed === 0 ? "" : `；${missed} 天原定训练但没有记录`}。`,
  "calendar.keys": "方向键按日和周移动，Page Up 和 Page Down 按月移动。",
  "calendar.legend": "符号说明",
  "calendar.variety": "交叉训练日",
  "calendar.worst": (score) => `当天最痛 ${score}`,
  "calendar.nothing": "无记录",
  "calendar.morning": (score) => `早晨：${score}`,
  "calendar.addHere": "在这天添加记录",
  "calendar.pick": "选择一天查看记录。",
  "kind.session": "走跑训练",
};
