import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LADDER, type Rung, totalSeconds } from "../core/ladder/ladder.ts";
import { placementLevel } from "../core/ladder/placement.ts";
import { SOURCES } from "../core/plan/sources.ts";
import type { RuleId } from "../core/progress/rules.ts";
import { THRESHOLDS } from "../core/progress/thresholds.ts";
import { QUESTIONS } from "../core/screening/questions.ts";
import { LEADING } from "../core/text/catalogue.ts";
import { EN } from "../core/text/en/index.ts";
import { READINGS } from "./rules-silent.ts";
import { RULE_WORDS } from "./rules-words.ts";

export const RULES = "docs/rules.md";

const INTRO = `<!-- Generated from the rules and thresholds of core by \`node bin/rules.mjs\`; a test says when it is stale. -->

# Rules

What the plan decides from, rule by rule, with the numbers of \`core/progress/thresholds.ts\`. A decision names the rules that fired by these ids, with the values they looked at:
\`npx backstride plan <export.json> --on <date> --explain\` shows them. § is the section of the specification that the rules were written from (comments in the code call it plan-rules), EJ is expert judgement: no study sets that number.

Backstride is an exercise programme. It gives no medical advice and promises nothing about your back.

## Words

Scores are whole numbers from 0 to 10, asked for back and leg; the higher one counts. **PRE** before, **DUR** worst during, **POST** at the end, **AM** the next morning, **RPE** effort.
**COMP** is the share of the prescribed run time that was done (walk time at levels 0–4; a bout within ${THRESHOLDS.done.boutSlackS} s of its time is whole). *Daily pain* is the highest of a date's PRE and AM.
**BASE** is the median daily pain of the ${THRESHOLDS.base.days} days before (from ${THRESHOLDS.base.minValues} values on, else the reference), at most the reference + ${THRESHOLDS.base.aboveReference}, at most ${THRESHOLDS.base.max}. The **reference** starts as usual pain and may fall by
one every ${THRESHOLDS.reference.everyDays} days when the median of those days is lower, by ${THRESHOLDS.reference.maxFall} in all; it rises only when usual pain is asked anew.
`;

/** What each first letter of a rule's id stands for, in the order in which a decision is made. */
const GROUPS: readonly (readonly [letter: string, title: string, lead: string])[] = [
  ["S", "Safety questions", "Looked at first: a lock stops everything else."],
  ["R", "Rest and refer", "A lock for pain, with a word to see a health professional."],
  ["C", "Colour of a session", "The worst match wins: RED, AMBER, NEUTRAL, GREEN."],
  ["U", "What a colour does to the ladder", ""],
  ["T", "Trend", "Mornings over two weeks."],
  ["H", "What holds a level back", "The streak is there, and kept."],
  ["G", "Pause", ""],
  ["I", "Limits of every plan", ""],
  ["D", "Day gate", "Shapes today's session only, never the ladder."],
  ["P", "The person", ""],
  ["F", "Exercises", "Stretches before, floor exercises after; offered, never asked for."],
  ["W", "Week", ""],
];

/** The page, made from what core decides with. */
export function rules(): string {
  const chapters = GROUPS.map(([letter, title, lead]) => chapter(letter, title, lead));
  return [INTRO, ladder(), ...chapters, placement(), gaps(), questions(), precedence(), silent(), evidence()].join(
    "\n",
  );
}

export async function writeRules(root: string): Promise<void> {
  await writeFile(join(root, RULES), rules());
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replace(/\|/g, "\\|")).join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

function chapter(letter: string, title: string, lead: string): string {
  const ids = (Object.keys(RULE_WORDS) as RuleId[]).filter((id) => id.startsWith(`${letter}.`));
  const rows = ids.map((id) => [`\`${id}\``, RULE_WORDS[id], SOURCES[id].section, SOURCES[id].evidence]);
  const intro = lead === "" ? [] : [lead, ""];
  return [`## ${title}`, "", ...intro, table(["rule", "what", "§", "evidence"], rows), ""].join("\n");
}

const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, "0")}`;

function ladder(): string {
  const row = ({ level, warmupS, runS, walkS, reps, cooldownS }: Rung) => [
    ...[level, minutes(warmupS), runS === 0 ? "–" : `${runS} s`, `${walkS} s`, reps, minutes(cooldownS)],
    ...[minutes(runS * reps), minutes(totalSeconds(level))],
  ];
  const head = ["level", "warm-up", "run", "walk", "times", "cool-down", "running", "in all"];
  return [
    "## Ladder",
    "",
    "One time is a run, then a walk. Levels above 20 need a yes of one's own.",
    "",
    table(head, LADDER.map(row)),
    "",
  ].join("\n");
}

/** Found by asking for the least that each level takes, so that it says what core does. */
function placement(): string {
  const walk = (walkMin: number) => placementLevel({ walkMin, jog: null });
  const jog = (boutS: number, timesPerWeek = 7, worstPain = 0) =>
    placementLevel({ walkMin: 0, jog: { boutS, timesPerWeek, worstPain } });
  const levels = LADDER.map(({ level }) => level);
  const least = (level: number, levelFor: (amount: number) => number) =>
    Array.from({ length: 600 }, (_, amount) => amount).find((amount) => levelFor(amount) === level);
  const rows = levels.flatMap((level) => {
    const [minutesWalked, boutS] = [least(level, walk), least(level, jog)];
    if (minutesWalked !== undefined) return [[level, `a comfortable walk of ${minutesWalked} minutes`]];
    return boutS === undefined ? [] : [[level, `jogs of ${boutS} s`]];
  });
  const often = levels.find((times) => jog(600, times) > 4);
  const pain = levels.findLast((score) => jog(600, 7, score) > 4);
  const lead = `Jogs count with ${often} a week for 30 days and pain of ${pain} at most. A first session above level ${THRESHOLDS.trialLevel} is a trial. Usual pain above ${THRESHOLDS.reference.maxUsualPain}: a clinician first.`;
  return ["### Placement", "", lead, "", table(["level", "from"], rows), ""].join("\n");
}

function gaps(): string {
  const rows = THRESHOLDS.gap.map(({ fromDay, lose, ceiling }) => [fromDay, lose, ceiling]);
  const lead = "Days since the session that keeps the level alive; from level 6 on only running does.";
  return ["### Ceiling of a pause", "", lead, "", table(["from day", "levels lost", "at most level"], rows), ""].join(
    "\n",
  );
}

function questions(): string {
  const rows = QUESTIONS.map(({ id, text, kind, urgentKind, urgentText }) => [
    ...[id, EN.questions[text], kind],
    urgentText === null || urgentKind === null ? "–" : `${EN.questions[urgentText]} → ${urgentKind}`,
  ]);
  const lead =
    'E: emergency care now. U: urgent. C: no running until a professional has cleared it. All "no": no reason found to wait, which is not the same as being cleared.';
  return ["### The safety questions", "", lead, "", table(["", "question", "if yes", "asked then"], rows), ""].join(
    "\n",
  );
}

function precedence(): string {
  const ids = LEADING.map((id) => `\`${id}\``).join(", ");
  return [
    "## Which rule speaks",
    "",
    `Of the rules that fired, the first of these gives the sentence: ${ids}.`,
    "",
  ].join("\n");
}

function silent(): string {
  const rows = READINGS.map(({ open, reading, file }) => [open, reading, `\`${file}\``]);
  const lead = "The more cautious reading was built:";
  return [
    "## Where the specification is silent",
    "",
    lead,
    "",
    table(["left open", "what is done", "where"], rows),
    "",
  ].join("\n");
}

function evidence(): string {
  return `## Evidence

- Neason 2024 (ASTEROID), British Journal of Sports Medicine, doi 10.1136/bjsports-2024-108245: 40 adults with ongoing back pain, three run-walks a week for 12 weeks; a small trial. Seven of nine
  non-serious adverse events were in knee or ankle, so legs are asked about as well as the back.
- Pocovi 2024 (WalkBack), Lancet, doi 10.1016/S0140-6736(24)00755-4: walking is a destination of its own.
- Schuster Brandt Frandsen 2025, British Journal of Sports Medicine, doi 10.1136/bjsports-2024-109380: single sessions more than 10 % above the longest of 30 days. The weekly 10 % rule and the
  acute–chronic ratio are not used.
- Silbernagel 2007, American Journal of Sports Medicine: the pain-monitoring model. 0–2 safe, 3–5 acceptable, above 5 not; settled by the next morning, not climbing from week to week.
- Snook 1998: avoiding bending early in the day.
- Two points on a 0–10 scale are the change that matters.
`;
}
