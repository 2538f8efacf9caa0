/** Where the specification leaves something open: what the code does, always the more cautious reading, and where. */
export type Reading = { readonly open: string; readonly reading: string; readonly file: string };

const reading = (open: string, said: string, file: string): Reading => ({ open, reading: said, file });

export const READINGS: readonly Reading[] = [
  reading(
    "Which sessions may decide when several are on one date",
    "The first is judged with the morning after, the others without it, so they are NEUTRAL at best. Every RED starts the hold anew, only the first moves the level.",
    "core/progress/update.ts",
  ),
  reading(
    "More entries on one date than a real day has",
    'From the fourth on they count together as one of each kind, the worst of them. They can make a day worse, never better: of the "cleared" among them only the last is heard, in its place, when no flag follows it.',
    "core/progress/cap.ts",
  ),
  reading(
    "A session that was not asked its own PRE",
    "It takes the date's highest PRE. With none at all the session is NEUTRAL at best.",
    "core/progress/gather.ts",
  ),
  reading(
    "A daily answer outside a session",
    "It counts as a PRE of its date, also for BASE and for rest and refer.",
    "core/progress/gather.ts",
  ),
  reading(
    "A self-report told again",
    "It may be corrected until the first ladder session, and the trial and the load of the day before sign-up follow it. After that only sessions move the level.",
    "core/progress/day.ts",
  ),
  reading(
    "A self-report after a lock that came before any session",
    "The cap of the restart holds for it, too.",
    "core/progress/day.ts",
  ),
  reading(
    "COMP between whole percents",
    "It is rounded down before it is compared: 89.9 % is not 90 %.",
    "core/progress/seen.ts",
  ),
  reading(
    "Two entries with the same id",
    "One counts per date; if they differ, the text decides which, so that the order of arrival cannot. At the border they are refused as a conflict.",
    "core/progress/order.ts",
  ),
  reading(
    "A correction that names another date than its session's",
    "It is not followed: it would lie in another week than what it corrects.",
    "core/progress/sessions.ts",
  ),
  reading(
    "Another trigger of rest and refer while locked",
    "The three quiet mornings start again. A bad morning after them undoes them.",
    "core/progress/refer.ts",
  ),
  reading(
    "A lock for pain and one for an answer at the same time",
    "Both hold until both ways out are taken, and the more serious one speaks until then.",
    "core/progress/refer.ts",
  ),
  reading(
    'A "cleared" with a usual pain of 6 or more, with a lock or without one',
    'It is question 15 answered "yes": it locks, and a lock for pain then needs an assessment, too; a later "cleared" without one opens nothing.',
    "core/progress/refer.ts",
  ),
  reading(
    "Under age",
    'Neither "cleared" nor a pause ends it: only a corrected answer, or a birth year, does. No walks are offered.',
    "core/plan/locked.ts",
  ),
  reading(
    "Weeks without an answer between two weekly checks",
    "A check without data is not a bad one, and breaks a row of bad ones.",
    "core/progress/refer.ts",
  ),
  reading(
    "A pause beyond 90 days when the questions were answered in the middle of it",
    "All sixteen are asked anew unless they were all answered after day 90.",
    "core/progress/gap.ts",
  ),
  reading(
    "A second wish for less before the next session",
    "Wishes add up, the lowest level and the last date count; all end with the next judged session, whatever it was.",
    "core/progress/day.ts",
  ),
  reading(
    "A session moved to a date that is not chosen as a weekday",
    "It may, if that date keeps every other rule; otherwise the plan falls back to the first legal date.",
    "core/plan/schedule.ts",
  ),
  reading(
    "A walk in place of a run, and the weekly target",
    "It takes one of the week's runs, so that an eased week does not end with more sessions. Later walks keep its spacing like that of a run, also when the level was lost more than seven days ago: otherwise a worse session at level 4 would bring the next one forward.",
    "core/plan/schedule.ts",
  ),
  reading(
    "The fourth run a week",
    "80 % is counted against three a week over the 28 days before; it needs 28 days since sign-up.",
    "core/plan/schedule.ts",
  ),
  reading(
    "No legal date within four weeks",
    "No session is planned, rather than one that breaks a rule.",
    "core/plan/schedule.ts",
  ),
  reading(
    "Walks during a lock, before all questions are answered and the placement is told",
    "None: what a lock leaves is never more than what there was without it.",
    "core/plan/decide.ts",
  ),
  reading(
    "Questions 1–8 asked again (PRE 6 or more, unwell, every four weeks) and not answered",
    "They are asked for until they are answered. They hold nothing back: § 12 names everything that does (RED, a lock, a pause beyond 90 days), the day gate never touches a later day (§ 12.11), and worked example 8 runs after 40 days away.",
    "core/plan/explain.ts",
  ),
  reading(
    "Under age, and a sign that needs emergency or urgent care",
    "The care comes first; what is said about age follows when it is over.",
    "core/plan/locked.ts",
  ),
  reading(
    "A further session of a date that is neither AMBER nor RED",
    "It leaves the word to the first: its missing morning is no reason for anything.",
    "core/progress/judge.ts",
  ),
  reading(
    "Ended early for pain",
    "It is RED, like stopped for pain. AMBER by COMP is left for a session that went on to its end with runs cut short.",
    "core/progress/session-facts.ts",
  ),
  reading(
    '"Played eased" (§ 12.5)',
    "What was played is within what the day gate allowed on that date. An easier session by choice is not eased: a RED by the morning alone stays RED.",
    "core/progress/seen.ts",
  ),
  reading(
    "COMP of a session played above the state level",
    "It is counted against the state level, at which the session is judged.",
    "core/progress/seen.ts",
  ),
  reading("Usual pain that was never told", "It counts as 0.", "core/progress/day.ts"),
  reading(
    "48 hours after a RED, over a change of the clock or of the time zone",
    "They are counted in local dates and wall-clock times, like every other distance in the rules.",
    "core/plan/schedule.ts",
  ),
  reading(
    "Stretches before the walk, and 40 minutes (invariant 10)",
    "The walk and the runs are counted; the stretches belong to the exercises.",
    "core/plan/steps.ts",
  ),
  reading(
    "A start before the usual time of getting up",
    "Less than three hours before it, it counts as one right after getting up; earlier than that, as one of the evening before.",
    "core/plan/start.ts",
  ),
  reading("A pause without an end", "It lasts until it is ended by the person.", "core/progress/profile.ts"),
  reading(
    "Longer runs beyond level 20",
    '"14 days with AM of 2 at most" needs at least three answered mornings among them; one above 2 withdraws the offer. Once a yes or a no was told it is not offered again; the profile still takes a yes.',
    "core/progress/hold-back.ts",
  ),
];
