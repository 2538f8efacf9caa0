import type { Messages } from "../message.ts";

export const DEVICES = {
  "devices.pair": "Pair a watch",
  "devices.pairText":
    "Open Backstride in the settings of your phone’s Zepp app, or on the simulated watch. It shows a code of eight letters.",
  "devices.code": "Code from your phone",
  "devices.codeHint": "Letters only, for example BDFG-HJKL. The dash does not matter.",
  "devices.codeMissing": "Type the code that the phone shows.",
  "devices.look": "Pair",
  "devices.found": "Is this your watch?",
  "devices.age": (age: string) => `The code was made ${age} ago. If you did not just ask for it, do not confirm.`,
  "devices.deny": "This is not mine",
  "devices.paired": (name: string) => `${name} is paired. Its next sync is a moment away.`,
  "devices.denied": "Turned away. Nothing was paired.",
  "devices.list": "Paired watches",
  "devices.since": (day: string) => `Paired ${day}`,
  "devices.revoke": "Remove",
  "devices.revokeNamed": (name: string) => `Remove ${name}`,
  "devices.revokeTitle": (name: string) => `Remove ${name}?`,
  "devices.revokeText":
    "It can no longer send sessions or fetch plans, from this moment. What it has sent stays. You can pair it again at any time.",
  "devices.revoked": (name: string) => `${name} was removed.`,
  "devices.keep": "Keep it",
  "devices.simulate": "No watch at hand?",
  "devices.simulateText": "The simulated watch runs the same app in this browser. Pair it like a real one.",
  "devices.simulateGo": "Open the simulated watch",
} satisfies Messages;
