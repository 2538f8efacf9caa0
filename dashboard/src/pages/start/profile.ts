import type { Language } from "../../../../core/contract/primitives.ts";
import type { Placement, ProfileChange } from "../../../../core/contract/profile.ts";

/** What the form holds: text as typed, null for what is not chosen yet. */
export type YouForm = {
  readonly usualPain: number | null;
  readonly walkMin: number | null;
  readonly jogs: boolean | null;
  readonly jogTimes: string;
  readonly jogBoutMin: string;
  readonly jogPain: number | null;
  readonly days: readonly number[];
  readonly wakeUp: string;
};

export const EMPTY_YOU: YouForm = {
  usualPain: null,
  walkMin: null,
  jogs: null,
  jogTimes: "",
  jogBoutMin: "",
  jogPain: null,
  days: [2, 4, 6],
  wakeUp: "06:30",
};

/** Names of the answers that are missing or not possible. */
export type YouErrors = ReadonlySet<keyof YouForm>;

export function errorsIn(form: YouForm): YouErrors {
  const wrong = new Set<keyof YouForm>();
  for (const name of ["usualPain", "walkMin", "jogs"] as const) if (form[name] === null) wrong.add(name);
  if (form.jogs === true) {
    const times = Number(form.jogTimes);
    if (!Number.isInteger(times) || times < 1 || times > 14) wrong.add("jogTimes");
    const bout = numberOf(form.jogBoutMin);
    if (!(bout >= 0.25 && bout <= 240)) wrong.add("jogBoutMin");
    if (form.jogPain === null) wrong.add("jogPain");
  }
  if (form.days.length === 0) wrong.add("days");
  if (!/^\d\d:\d\d$/.test(form.wakeUp)) wrong.add("wakeUp");
  return wrong;
}

/** The event of a form without errors. */
export function profileOf(form: YouForm, zone: string | undefined, language: Language): ProfileChange {
  return {
    placement: { walkMin: form.walkMin ?? 0, jog: jogOf(form) },
    usualPain: form.usualPain ?? 0,
    days: [...form.days].sort((a, b) => a - b),
    wakeUp: form.wakeUp,
    ...(zone === undefined ? {} : { zone }),
    language,
  };
}

function jogOf({ jogs, jogTimes, jogBoutMin, jogPain }: YouForm): Placement["jog"] {
  if (jogs !== true) return null;
  return {
    boutS: Math.round(numberOf(jogBoutMin) * 60),
    timesPerWeek: Number(jogTimes),
    worstPain: jogPain ?? 0,
  };
}

/** Half the world writes 1,5. */
function numberOf(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text.trim().replace(",", "."));
}
