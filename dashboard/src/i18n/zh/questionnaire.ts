import type { QUESTIONNAIRE as EN } from "../en/questionnaire.ts";
import type { Like } from "../message.ts";

export const QUESTIONNAIRE: Like<typeof EN> = {
  "ask.title": "背痛对你的影响",
  "ask.sub": "每四周两份简短问卷。趋势页面会显示日常生活是否变得轻松。",
  "ask.none": "现在没有要回答的问题。上次回答四周后我们会再次询问。",
  "ask.rmdq": "今天符合你的情况",
  "ask.english": "这是罗兰-莫里斯问卷的已发表原文（英文）。",
  "ask.rmdqSave": (count) => `保存（已勾选 ${count} 句）`,
  "ask.psfs": "你自己的活动",
  "ask.psfsText": "写下最多三件因背痛而困难的事。下次我们会询问同样的事。",
  "ask.activity": (number) => `活动 ${number}`,
  "ask.how": (activity) => `现在做得怎么样：${activity}`,
  "ask.least": "0 做不到",
  "ask.most": "10 和以前一样",
  "ask.psfsMissing": "请至少写一项活动，并为每项选一个数字。",
  "ask.saved": "谢谢。会显示在趋势页面。",
};
