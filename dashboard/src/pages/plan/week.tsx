import type { Day, DayMark } from "../../../../core/contract/days.ts";
import type { Plan } from "../../../../core/contract/plan.ts";
import type { LocalDate } from "../../../../core/contract/primitives.ts";
import { tell } from "../../data/store.ts";
import { longDay, nearDay, shortDay } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { announce } from "../../ui/announce.tsx";
import { Card } from "../../ui/card.tsx";
import { MARK_SHAPES } from "../../ui/day-mark.ts";
import { focusNext } from "../../ui/focus-next.ts";
import { Failure } from "../../ui/notice.tsx";
import { WorstPain } from "../../ui/score.tsx";
import { useSubmit } from "../../ui/submit.ts";
import { type Line, linesOf } from "./days.ts";

type WeekProps = {
  readonly today: LocalDate;
  readonly plan: Plan | null;
  readonly days: readonly Day[];
  readonly chosen: readonly number[];
};

/** Two weeks, line by line; where the rules leave room, the next session can be moved by one press. */
export function Week({ today, plan, days, chosen }: WeekProps) {
  const { busy, error, run } = useSubmit();
  const next = plan?.level == null ? null : plan.date;
  const lines = linesOf(today, { days, chosen, next, paused: plan?.state === "paused" });

  async function move(date: LocalDate): Promise<void> {
    const moved = await run(() => tell("plan.chosen.v1", { planId: plan?.planId ?? null, choice: "move", date }));
    if (!moved) return;
    announce(t("plan.moved", longDay(date)));
    focusNext(`[data-day="${date}"]`);
  }

  return (
    <Card title={t("plan.week")}>
      {next === null ? null : <p class="hint">{t("plan.weekText")}</p>}
      <Failure error={error} />
      <ol class="week-days">
        {lines.map((line) => (
          <WeekDay key={line.date} line={line} today={today} busy={busy} onMove={() => void move(line.date)} />
        ))}
      </ol>
    </Card>
  );
}

type DayProps = {
  readonly line: Line;
  readonly today: LocalDate;
  readonly busy: boolean;
  readonly onMove: () => void;
};

function WeekDay({ line, today, busy, onMove }: DayProps) {
  const { date, day, mark, suits } = line;
  const movable = day !== null && day.movable !== null && day.mark !== "planned" && date >= today;
  return (
    <li
      data-day={date}
      tabIndex={-1}
      class="week-day"
      data-today={date === today}
      data-mark={mark ?? (suits ? "suits" : "none")}
    >
      <span class="week-date">
        <strong>{shortDay(date)}</strong>
        {date === today ? <span class="tag">{nearDay(date, today)}</span> : null}
      </span>
      <span class="week-what">
        <What {...line} />
      </span>
      {movable ? (
        <button
          type="button"
          class="link"
          aria-label={t("plan.moveTo", longDay(date))}
          disabled={busy}
          onClick={onMove}
        >
          {t("plan.moveHere")}
        </button>
      ) : null}
    </li>
  );
}

function What({ date, day, mark, suits }: Line) {
  const session = day?.items.find(({ kind }) => kind === "session");
  const level = session?.level ?? day?.level ?? null;
  return (
    <>
      {mark === null ? null : <Mark mark={mark} />}
      {level === null ? null : <span class="badge">{t("level.n", level)}</span>}
      {session === undefined ? null : (
        <a href={`/session/${session.id}`} aria-label={`${t("time.min", session.minutes)}, ${longDay(date)}`}>
          {t("time.min", session.minutes)}
        </a>
      )}
      {day?.items.some(({ kind }) => kind === "variety") ? <span>{t("history.variety")}</span> : null}
      {day?.worst == null ? null : <WorstPain score={day.worst} />}
      {mark === null && day?.worst == null ? (
        <span class="hint">{suits ? t("plan.suits") : t("plan.free")}</span>
      ) : null}
    </>
  );
}

const Mark = ({ mark }: { readonly mark: DayMark }) => (
  <span class={`day-mark day-${mark}`}>
    <span aria-hidden="true">{MARK_SHAPES[mark]}</span> {t(`plan.mark.${mark}`)}
  </span>
);
