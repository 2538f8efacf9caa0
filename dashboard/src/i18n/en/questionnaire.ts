import type { Messages } from "../message.ts";

export const QUESTIONNAIRE = {
  "ask.title": "How your back limits you",
  "ask.sub": "Two short questionnaires every four weeks. They show on the trends page whether daily life gets easier.",
  "ask.none": "Nothing to answer now. We ask again four weeks after your last answers.",
  "ask.rmdq": "What is true for you today",
  "ask.english": "These are the published words of the Roland-Morris questionnaire, in English.",
  "ask.rmdqSave": (count: number) =>
    count === 1 ? `Save with ${count} sentence ticked` : `Save with ${count} sentences ticked`,
  "ask.psfs": "Activities of your own",
  "ask.psfsText": "Name up to three things that are hard because of your back. We ask about the same ones next time.",
  "ask.activity": (number: number) => `Activity ${number}`,
  "ask.how": (activity: string) => `How well can you do this now: ${activity}`,
  "ask.least": "0 unable to",
  "ask.most": "10 as before",
  "ask.psfsMissing": "Name at least one activity, and give each a number.",
  "ask.saved": "Thank you. It shows on the trends page.",
} satisfies Messages;
