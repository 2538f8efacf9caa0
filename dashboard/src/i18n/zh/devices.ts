import type { DEVICES as EN } from "../en/devices.ts";
import type { Like } from "../message.ts";

export const DEVICES: Like<typeof EN> = {
  "devices.pair": "配对手表",
  "devices.pairText": "在手机 Zepp 应用的设置里打开 Backstride，或在模拟手表上打开。那里会显示一个八个字母的代码。",
  "devices.code": "手机上的代码",
  "devices.codeHint": "只有字母，例如 BDFG-HJKL。横线有没有都可以。",
  "devices.codeMissing": "请输入手机显示的代码。",
  "devices.look": "配对",
  "devices.found": "这是你的手表吗？",
  "devices.age": (age) => `这个代码是 ${age}前生成的。如果不是你刚刚申请的，请不要确认。`,
  "devices.deny": "这不是我的",
  "devices.paired": (name) => `${name} 已配对，马上就会同步。`,
  "devices.denied": "已拒绝。没有配对任何设备。",
  "devices.list": "已配对的手表",
  "devices.since": (day) => `配对于 ${day}`,
  "devices.revoke": "移除",
  "devices.revokeNamed": (name) => `移除 ${name}`,
  "devices.revokeTitle": (name) => `要移除 ${name} 吗？`,
  "devices.revokeText": "从现在起，它不能再发送训练或获取计划。已发送的内容会保留。你随时可以重新配对。",
  "devices.revoked": (name) => `${name} 已移除。`,
  "devices.keep": "保留",
  "devices.simulate": "手边没有手表？",
  "devices.simulateText": "模拟手表在这个浏览器里运行同一个应用，像真手表一样配对即可。",
  "devices.simulateGo": "打开模拟手表",
};
