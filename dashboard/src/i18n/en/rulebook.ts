import type { Messages } from "../message.ts";

export const RULEBOOK = {
  "rules.title": "The rules of the plan",
  "rules.sub":
    "Every plan comes from these rules and from nothing else. The same answers always give the same plan. Expert judgement: no study sets the number.",
  "rules.S": "First: safety questions",
  "rules.R": "Rest and refer",
  "rules.C": "How a session is read; the worst match counts",
  "rules.U": "What that does to your level",
  "rules.T": "Mornings over two weeks",
  "rules.H": "What holds a level back",
  "rules.G": "After a pause",
  "rules.I": "Limits of every plan",
  "rules.D": "Before today’s session",
  "rules.P": "What you decide",
  "rules.W": "Which day",
  "rules.study": "from a study",
  "rules.care": "usual care for warning signs",
  "rules.judgement": "expert judgement",
  "rules.person": "yours or your therapist’s",
  "rules.ladder": "The ladder",
  "rules.ladderText": "A run, then a walk, so many times. Levels above 20 need a yes of your own.",
  "rules.level": "Level",
  "rules.run": "Run",
  "rules.walk": "Walk",
  "rules.times": "Times",
  "rules.whole": "In all",
} satisfies Messages;
