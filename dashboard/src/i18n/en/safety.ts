import type { Messages } from "../message.ts";

export const SAFETY = {
  "safety.sub": "When to stop, what is known, and what this is not.",
  "safety.stop": "Stop at once, and get help",
  "safety.stopText": "Press stop on the watch and call your emergency number if any of these appears:",
  "safety.stop1": "Chest pain, faintness or severe breathlessness",
  "safety.stop2": "New weakness or numbness in a leg, or in both",
  "safety.stop3": "Numbness around the genitals, back passage or inner thighs",
  "safety.stop4": "New trouble passing urine, or losing control of bladder or bowels",
  "safety.walk": "Stop running and walk home",
  "safety.walk1": "Back or leg pain of 6 or more",
  "safety.walk2": "Sharp pain, or pain that makes you limp",
  "safety.walk3": "Pain that rises by 3 or more during the session",
  "safety.scale": "Reading pain",
  "safety.scaleText":
    "The plan uses a pain-monitoring model (Silbernagel 2007): 0 to 2 is fine, 3 to 5 can be acceptable, above 5 is too much. It should settle by the next morning and not climb from week to week.",
  "safety.known": "What is known",
  "safety.k1":
    "ASTEROID (Neason 2024): 40 adults with ongoing back pain did run-walk sessions three times a week for 12 weeks with remote coaching. Average pain was about 15 points of 100 lower than in a waiting list. It was a small trial. Seven of nine minor injuries were in knee or ankle, so we ask about legs too.",
  "safety.k2":
    "WalkBack (Pocovi 2024): 701 adults who had recently recovered. Progressive walking with education lowered the risk of another episode that limits activity (hazard ratio 0.72). Walking is a destination of its own.",
  "safety.k3": "Pocovi 2022, 19 trials: walking or running against minimal care made a small difference to pain.",
  "safety.k4":
    "Schuster Brandt Frandsen 2025: a single run more than 10 % longer than the longest of the last 30 days went with more injuries. The plan keeps below that.",
  "safety.k5": "Snook 1998: bending less early in the day went with less pain. It says nothing against walking.",
  "safety.k6":
    "Wulf 2013: cues that point outwards work better than thinking about muscles. Ours are worded like that.",
  "safety.unknown": "What we could not back",
  "safety.u1":
    "The article that started this project gives a large figure for pain relief and names a journal. We found no such paper, so we do not repeat it.",
  "safety.u2":
    "Nobody has tested this app in a trial. Several limits of the plan are expert judgement, and the code says which.",
  "safety.u3":
    "No trial backs bracing your core all the time while running. Our core cue is a light check, nothing more.",
  "safety.u4":
    "Adding at most a tenth each week did not lower injuries when it was tested (Buist 2008). The plan does not use that rule.",
  "safety.isNot": "What this is not",
  "safety.isNotText":
    "Backstride is an exercise programme. It is not a medical device, gives no diagnosis and does not replace a doctor or physiotherapist. If something worries you, ask one first.",
  "safety.dataText":
    "What you enter stays in this installation, on one computer or in one cloud account. There is no tracking and nothing is sent to anybody else.",
} satisfies Messages;
