import { addDays, epochDay, localDateOf, weekOf } from "../../core/calendar/calendar.ts";
import type { Summary } from "../../core/contract/api.ts";
import type { LocalDate } from "../../core/contract/primitives.ts";
import { inOrder } from "../../core/progress/order.ts";
import { questionnairesDue } from "../../core/progress/questionnaires.ts";
import type { State } from "../../core/progress/state.ts";
import { eventsIn } from "../adapters/folds.ts";
import type { Reader } from "../adapters/store.ts";

/** What to ask for today. The activities of a person's own PSFS are read only when it is due again. */
export async function questionnairesOf(
  store: Reader,
  person: string,
  state: State,
  today: LocalDate,
): Promise<Summary["questionnaires"]> {
  const due = questionnairesDue(state, epochDay(today));
  const named = due.includes("psfs") && state.psfsOn !== undefined ? localDateOf(state.psfsOn) : null;
  return { due, activities: named === null ? [] : await activitiesOn(store, person, named) };
}

async function activitiesOn(store: Reader, person: string, date: LocalDate): Promise<string[]> {
  const events = await eventsIn(store, person, { after: weekOf(addDays(date, -7)), through: weekOf(date) });
  const named = inOrder(events).flatMap((event) =>
    event.type === "questionnaire.answered.v1" && event.data.kind === "psfs" ? [event.data.activities ?? []] : [],
  );
  return named.at(-1) ?? [];
}
