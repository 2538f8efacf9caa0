import type { ComponentProps } from "preact";
import { useMemo } from "preact/hooks";
import { addDays } from "../../../../core/calendar/calendar.ts";
import { Summary } from "../../../../core/contract/api.ts";
import { DaysAnswer, WeeksAnswer } from "../../../../core/contract/days.ts";
import type { LocalDate } from "../../../../core/contract/primitives.ts";
import { useLocation } from "../../app/location.ts";
import { Multiples, type Row } from "../../charts/multiples.tsx";
import { refreshSummary, useResource } from "../../data/store.ts";
import { dayWithYear, monthOf, shortDay } from "../../format/dates.ts";
import { t } from "../../i18n/t.ts";
import { Skeleton } from "../../ui/card.tsx";
import { Failure } from "../../ui/notice.tsx";
import { Page, SUB_TO_COME } from "../../ui/page.tsx";
import { type Bucket, BYS, type By, bucketsOf, fromTo, lagsOf, worstOfLastWeek } from "./buckets.ts";

/** Weeks that the view of mornings after looks back. */
const LAG_DAYS = 182;

/** Whether it helps: pain beside load, mornings, levels, totals. */
export default function Trends() {
  const { query } = useLocation();
  const by = BYS.find((each) => each === query.by) ?? "weeks";
  const { data: summary } = useResource("/v1/summary", Summary);
  const { data, error } = useResource("/v1/weeks", WeeksAnswer);
  return (
    <Page title={t("nav.trends")} sub={t("trends.sub")} kind="trends">
      <nav class="views" aria-label={t("trends.by")}>
        {BYS.map((each) => (
          <a key={each} href={`/trends?by=${each}`} aria-current={each === by ? "true" : undefined}>
            {t(`trends.${each}`)}
          </a>
        ))}
      </nav>
      {data === undefined && error !== undefined ? (
        <Failure error={error} onRetry={() => void refreshSummary()} />
      ) : null}
      {data === undefined && error === undefined ? <Skeleton lines={14} /> : null}
      {data !== undefined && data.weeks.length < 2 ? <p>{t("trends.none")}</p> : null}
      {data === undefined || data.weeks.length < 2 || summary === undefined ? null : (
        <>
          <LastWeek today={summary.today} />
          <Charts answer={data} by={by} today={summary.today} />
        </>
      )}
    </Page>
  );
}

const labelOf = (by: By, { from }: Bucket): string => {
  if (by === "years") return from.slice(0, 4);
  return by === "months" ? monthOf(from) : dayWithYear(from);
};

const says = (name: string, values: readonly (number | null)[]): string => {
  const change = fromTo(values);
  return change === null ? t("trends.few") : t("trends.says", name, String(change.from), String(change.to));
};

type ChartsProps = { readonly answer: WeeksAnswer; readonly by: By; readonly today: LocalDate };

function Charts({ answer, by, today }: ChartsProps) {
  const buckets = useMemo(() => bucketsOf(answer.weeks, answer.questionnaires, { by, today }), [answer, by, today]);
  const labels = buckets.map((bucket) => labelOf(by, bucket));
  const [first, ...others] = chartsOf((name) => buckets.map((bucket) => bucket[name]));
  const shown = answer.questionnaires.length > 0 ? others : others.slice(0, -1);
  return (
    <div class="trend-grid">
      {first === undefined ? null : <Multiples {...first} labels={labels} />}
      <Lag today={today} />
      {shown.map((chart) => (
        <Multiples key={chart.title} {...chart} labels={labels} />
      ))}
    </div>
  );
}

type Named = Exclude<keyof Bucket, "from" | "low" | "high">;
/** Reads one number of every stretch. */
type Of = (name: Exclude<keyof Bucket, "from">) => readonly (number | null)[];
type Chart = Omit<ComponentProps<typeof Multiples>, "labels">;

/** Pain beside load, and below it the rest; the questionnaires come last. */
function chartsOf(of: Of): Chart[] {
  const row = (kind: Row["kind"], name: Named, top?: number): Row => ({
    ...{ kind, top },
    name: t(`trends.${name}`),
    values: of(name),
  });
  const chart = (title: string, sentence: string, ...rows: readonly Row[]): Chart => ({ title, sentence, rows });
  const saysOf = (name: Named) => says(t(`trends.${name}`), of(name));
  const sum = (name: Named) => of(name).reduce<number>((total, value) => total + (value ?? 0), 0);
  const pain = { ...row("line", "pain", 10), low: of("low"), high: of("high") };
  const [sessions, target] = [row("bars", "sessions"), row("line", "target")];
  const [minutes, variety] = [row("bars", "minutes"), row("bars", "varietyMinutes")];
  const mornings = (["morning", "stiffness", "energy"] as const).map((name) => row("line", name, 10));
  return [
    chart(t("trends.load"), loadSays(of("pain"), of("runMinutes")), pain, row("bars", "runMinutes")),
    chart(t("trends.mornings"), saysOf("morning"), ...mornings),
    chart(t("trends.level"), saysOf("level"), row("line", "level", 20)),
    chart(sessions.name, t("trends.sessionsSays", sum("sessions"), sum("target")), sessions, target),
    chart(minutes.name, t("trends.minutesSays", sum("minutes"), sum("varietyMinutes")), minutes, variety),
    chart(
      t("trends.questions"),
      `${saysOf("rmdq")} ${saysOf("psfs")}`,
      ...[row("points", "rmdq", 24), row("points", "psfs", 10)],
    ),
  ];
}

function loadSays(pain: readonly (number | null)[], run: readonly (number | null)[]): string {
  const [hurt, ran] = [fromTo(pain), fromTo(run)];
  if (hurt === null || ran === null) return t("trends.few");
  return t("trends.loadSays", String(hurt.from), String(hurt.to), String(ran.from), String(ran.to));
}

const daysPath = (today: LocalDate): string => `/v1/days?from=${addDays(today, -LAG_DAYS)}&to=${today}`;

/** What people come to look up, before any chart. */
function LastWeek({ today }: { readonly today: LocalDate }) {
  const { data } = useResource(daysPath(today), DaysAnswer);
  const worst = worstOfLastWeek(data?.days ?? [], today);
  return <p>{worst === null ? SUB_TO_COME : t("trends.lastWeek", worst)}</p>;
}

/** Each session beside the pain of the morning after it. */
function Lag({ today }: { readonly today: LocalDate }) {
  const { data } = useResource(daysPath(today), DaysAnswer);
  const lags = useMemo(() => lagsOf(data?.days ?? []), [data]);
  if (data === undefined) return <Skeleton lines={9} />;
  if (lags.sessions.length < 2) return null;
  const sentence =
    lags.after === null || lags.other === null
      ? t("trends.few")
      : t("trends.lagSays", String(lags.after), String(lags.other), lags.sessions.length);
  return (
    <Multiples
      title={t("trends.lag")}
      sentence={`${sentence} ${t("trends.lagText")}`}
      labels={lags.sessions.map(({ date }) => shortDay(date))}
      rows={[
        { name: t("trends.runMinutes"), kind: "bars", values: lags.sessions.map(({ runMinutes }) => runMinutes) },
        { name: t("trends.morning"), kind: "points", values: lags.sessions.map(({ morning }) => morning), top: 10 },
      ]}
    />
  );
}
