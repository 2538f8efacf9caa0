import type { SAFETY as EN } from "../en/safety.ts";
import type { Like } from "../message.ts";

export const SAFETY: Like<typeof EN> = {
  "safety.title": "安全",
  "safety.sub": "什么时候停下、目前知道什么，以及这不是什么。",
  "safety.stop": "立即停下，寻求帮助",
  "safety.stopText": "如果出现以下任何情况，请在手表上按停止，并拨打你所在地的急救电话：",
  "safety.stop1": "胸痛、快要晕倒或严重气短",
  "safety.stop2": "一条腿或两条腿新出现无力或麻木",
  "safety.stop3": "生殖器、肛门周围或大腿内侧麻木",
  "safety.stop4": "新出现排尿困难，或大小便失禁",
  "safety.walk": "停止跑步，走回家",
  "safety.walk1": "背痛或腿痛达到 6 分或以上",
  "safety.walk2": "尖锐的疼痛，或痛得一瘸一拐",
  "safety.walk3": "训练中疼痛上升 3 分或以上",
  "safety.scale": "怎样看待疼痛",
  "safety.scaleText":
    "计划使用一个疼痛观察模型（Silbernagel 2007）：0 到 2 没问题，3 到 5 也许可以接受，5 以上就过高了。到第二天早晨应当平息，也不应一周比一周高。",
  "safety.known": "目前知道的",
  "safety.k1":
    "ASTEROID（Neason 2024）：40 名长期背痛的成年人在远程指导下，连续 12 周、每周三次做走跑训练。平均疼痛比等待组低约 15 分（满分 100）。这是一项小型研究。九次轻微受伤中有七次在膝或踝，所以我们也会问腿。",
  "safety.k2":
    "WalkBack（Pocovi 2024）：701 名刚刚恢复的成年人。循序渐进的步行加上健康教育，降低了再次出现影响活动的背痛的风险（风险比 0.72）。步行本身就是一个很好的目标。",
  "safety.k3": "Pocovi 2022，19 项研究：与极少的照护相比，步行或跑步让疼痛有了小幅差别。",
  "safety.k4":
    "Schuster Brandt Frandsen 2025：单次跑步比过去 30 天最长的一次多出 10 % 以上时，受伤更多。计划保持在这以下。",
  "safety.k5": "Snook 1998：清晨少弯腰的人疼痛更少。这并不说明不宜步行。",
  "safety.k6": "Wulf 2013：把注意力引向外部的提示比想着肌肉更有效。我们的提示就是这样写的。",
  "safety.unknown": "我们无法证实的",
  "safety.u1": "促成这个项目的文章给出了一个很大的止痛数字，并提到一本期刊。我们没有找到这样的论文，所以不重复它。",
  "safety.u2": "还没有人在研究中检验过这个应用。计划中有几个界限是专家判断，代码里写明了是哪些。",
  "safety.u3": "没有研究支持跑步时一直绷紧核心。我们的核心提示只是轻轻留意一下，仅此而已。",
  "safety.u4": "每周最多增加十分之一的做法，在试验中并没有减少受伤（Buist 2008）。计划不使用这条规则。",
  "safety.isNot": "这不是什么",
  "safety.isNotText":
    "Backstride 是一个锻炼计划。它不是医疗器械，不作诊断，也不能代替医生或物理治疗师。如果有什么让你担心，请先问他们。",
  "safety.data": "你的数据",
  "safety.dataText": "你输入的内容留在这套系统里，在一台电脑上或一个云账户里。没有跟踪，也不会发送给任何其他人。",
};
