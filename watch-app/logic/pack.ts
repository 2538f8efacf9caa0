import type { CueKind, LedgerCue, SessionRecorded } from "../../core/contract/session.ts";
import { kindOf, LETTERS } from "./letters.ts";
import { unpackCueLine, unpackStepList } from "./pack-before.ts";

type Event = Readonly<Record<string, unknown>>;
type Step = SessionRecorded["steps"][number];

const SESSION = "session.recorded.v1";
const STATES = ["fired", "unknown", "dropped"] as const;
const TIERS = ["held", "alarm", "sysTimer", "catchup", null] as const;
/** Capital letters: whatever stands between two of them belongs to the first. */
const CUES: Readonly<Record<CueKind, string>> = {
  ...{ run: "R", walk: "W", warning: "V", "ease-off": "E", core: "C", posture: "P" },
  ...{ halfway: "F", done: "D", stop: "S", here: "Y", hold: "H", move: "M" },
};
const CUE_KINDS = Object.keys(CUES) as CueKind[];

const BASE = 36;
const short = (value: number): string => value.toString(BASE);
const long = (text: string): number => Number.parseInt(text, BASE);

/**
 * `R8n3k.3c`: kind, milliseconds since the one before was due, how late it fired, the numbers to base 36. What fired in the held
 * page says no more; anything else has `~` and the number of its state and tier.
 */
function packCues(cues: readonly LedgerCue[]): string {
  let before = 0;
  return cues
    .map(({ kind, dueMs, firedMs, state, tier }) => {
      const since = short(dueMs - before);
      before = dueMs;
      const late = firedMs === null ? "" : `.${short(firedMs - dueMs)}`;
      const how = STATES.indexOf(state) * TIERS.length + TIERS.indexOf(tier);
      return `${CUES[kind]}${since}${late}${how === 0 ? "" : `~${short(how)}`}`;
    })
    .join("");
}

function unpackCues(text: string): LedgerCue[] {
  let dueMs = 0;
  return (text.match(/[A-Z][^A-Z]*/g) ?? []).map((part) => {
    const [numbers = "", how = "0"] = part.slice(1).split("~");
    const [since = "0", late] = numbers.split(".");
    dueMs += long(since);
    const at = long(how);
    return {
      kind: CUE_KINDS.find((kind) => CUES[kind] === part.charAt(0)) ?? "here",
      dueMs,
      firedMs: late === undefined ? null : dueMs + long(late),
      state: STATES[Math.floor(at / TIERS.length)] ?? "unknown",
      tier: TIERS[at % TIERS.length] ?? null,
    };
  });
}

/** `s25:20m1Lx3`: kind, planned and, where it differs, done seconds; the place of its move among `moves`, side, repetitions. */
function packStep({ kind, plannedS, doneS, move, side, reps }: Step, moves: readonly string[]): string {
  const done = doneS === plannedS ? "" : `:${doneS}`;
  const named = move === null ? "" : `m${moves.indexOf(move)}`;
  return `${LETTERS[kind]}${plannedS}${done}${named}${side ?? ""}${reps === undefined ? "" : `x${reps}`}`;
}

const STEP = /([a-z])(\d+)(?::(\d+))?(?:m(\d+))?([LR])?(?:x(\d+))?/;

function unpackSteps(text: string, moves: readonly string[]): Step[] {
  return text.split(" ").flatMap((part): Step[] => {
    const [, letter = "", planned, done, named, side, reps] = STEP.exec(part) ?? [];
    const kind = kindOf(letter);
    if (kind === undefined) return [];
    const move = named === undefined ? null : (moves[Number(named)] ?? null);
    const times = reps === undefined ? {} : { reps: Number(reps) };
    const plannedS = Number(planned);
    return [{ kind, move, side: (side ?? null) as Step["side"], plannedS, ...times, doneS: Number(done ?? planned) }];
  });
}

const movesOf = (steps: readonly Step[]): readonly string[] => [...new Set(steps.flatMap(({ move }) => move ?? []))];

/**
 * A log event as it goes over Bluetooth: the many small objects of a session as two texts, a fifth as long. Messages of a few
 * kilobytes are what links lose.
 */
export function pack(event: Event): Event {
  if (event.type !== SESSION) return event;
  const { cues, steps, ...data } = event.data as SessionRecorded;
  const moves = movesOf(steps);
  const texts = { cueText: packCues(cues), stepText: steps.map((step) => packStep(step, moves)).join(" "), moves };
  return { ...event, data: { ...data, ...texts } };
}

/** What {@link pack} was given, also in the form of an app before this one. An event that was never packed comes back as it is. */
export function unpack(event: Event): Event {
  if (event.type !== SESSION) return event;
  const { cueText, stepText, moves, packedCues, packedSteps, ...rest } = event.data as Readonly<
    Record<string, unknown>
  >;
  if (typeof cueText === "string" && typeof stepText === "string" && Array.isArray(moves)) {
    return { ...event, data: { ...rest, steps: unpackSteps(stepText, moves as string[]), cues: unpackCues(cueText) } };
  }
  if (typeof packedCues !== "string" || !Array.isArray(packedSteps)) return event;
  const cues = packedCues === "" ? [] : packedCues.split(";").map(unpackCueLine);
  return { ...event, data: { ...rest, steps: packedSteps.map(unpackStepList), cues } };
}
