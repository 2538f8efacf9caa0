import type { ComponentProps } from "preact";
import { useMemo } from "preact/hooks";
import { addDays } from "../../../../core/calendar/calendar.ts";
import { Summary } from "../../../../core/contract/api.ts";
import { DaysAnswer, WeeksAnswer } from "../../../../core/contract/days.ts";
import type { LocalDate } from "../../../../core/contract/primitives.ts";
import { useLocation } from "../../app/location.ts";
import { Multiples, type Row } from "../../charts/multiples.tsx";
import { refreshSummary, useResource } from "../../data/store.ts";
import { shortDay, span } from "../../format/dates.ts";
import { figure, sessionCount } from "../../format/durations.ts";
import { t } from "../../i18n/t.ts";
import { Skeleton } from "../../ui/card.tsx";
import { Failure } from "../../ui/notice.tsx";
import { Page, SUB_TO_COME } from "../../ui/page.tsx";
import {
  type Bucket,
  BYS,
  type By,
  bucketsOf,
  endsOf,
  lagsOf,
  meanAt,
  type Places,
  type Values,
  worstOfLastWeek,
} from "./buckets.ts";

/** Weeks that the view of mornings after looks back. */
const LAG_DAYS = 182;

/** Whether it helps: pain beside load, mornings, levels, totals. */
export default function Trends() {
  const { query } = useLocation();
  const by = BYS.find((each) => each === query.by) ?? "weeks";
  const { data: summary } = useResource("/v1/summary", Summary);
  const { data, error } = useResource("/v1/weeks", WeeksAnswer);
  const few = data !== undefined && data.weeks.length < 2;
  return (
    <Page title={t("nav.trends")} sub={t("trends.sub")} kind="trends">
      <nav class="views" aria-label={t("trends.by")}>
        {BYS.map((each) => (
          <a key={each} href={`/trends?by=${each}`} aria-current={each === by ? "true" : undefined}>
            {t(`span.${each}`)}
          </a>
        ))}
      </nav>
      {summary === undefined || few ? null : <LastWeek today={summary.today} />}
      {data === undefined ? (
        error === undefined ? (
          <Skeleton lines={14} />
        ) : (
          <Failure error={error} onRetry={() => void refreshSummary()} />
        )
      ) : few ? (
        <p>{t("trends.none")}</p>
      ) : summary === undefined ? null : (
        <Charts answer={data} by={by} today={summary.today} />
      )}
    </Page>
  );
}

/** The mean of the values at some places, with when that was. */
type Tell = (values: Values, places: Places) => string;

const says = (name: string, values: Values, tell: Tell): string => {
  const ends = endsOf(values);
  return ends === null ? t("trends.few") : t("trends.says", name, tell(values, ends[0]), tell(values, ends[1]));
};

type ChartsProps = { readonly answer: WeeksAnswer; readonly by: By; readonly today: LocalDate };

function Charts({ answer, by, today }: ChartsProps) {
  const buckets = useMemo(() => bucketsOf(answer.weeks, answer.questionnaires, { by, today }), [answer, by, today]);
  const labels = buckets.map((bucket) => span(bucket.from, bucket.from, by));
  const when = (places: Places) =>
    span(buckets[places[0] ?? 0]?.from ?? today, buckets[places.at(-1) ?? 0]?.to ?? today, by);
  const tell: Tell = (values, places) => t("trends.at", figure(meanAt(values, places)), when(places));
  const of: Of = (name) => buckets.map((bucket) => bucket[name]);
  const [first, ...others] = chartsOf(of, tell, when([0, buckets.length - 1]));
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

type Named = Exclude<keyof Bucket, "from" | "to" | "low" | "high">;
/** Reads one number of every stretch. */
type Of = (name: Exclude<keyof Bucket, "from" | "to">) => Values;
type Chart = Omit<ComponentProps<typeof Multiples>, "labels">;

/** Pain beside load, and below it the rest; the questionnaires come last. Exact sums, which have no end, are rounded only here. */
function chartsOf(of: Of, tell: Tell, whole: string): Chart[] {
  const row = (kind: Row["kind"], name: Named, top?: number): Row => ({
    ...{ kind, top },
    name: t(`measure.${name}`),
    values: of(name).map((value) => (value === null || top !== undefined ? value : Math.round(value))),
  });
  const chart = (title: string, sentence: string, ...rows: readonly Row[]): Chart => ({ title, sentence, rows });
  const saysOf = (name: Named) => says(t(`measure.${name}`), of(name), tell);
  const sum = (name: Named) => Math.round(of(name).reduce<number>((total, value) => total + (value ?? 0), 0));
  const head = t("trends.at", t("measure.pain"), t("trends.band"));
  const pain = { ...row("line", "pain", 10), head, low: of("low"), high: of("high") };
  const [sessions, target] = [row("bars", "sessions"), row("line", "target")];
  const [minutes, variety] = [row("bars", "minutes"), row("bars", "varietyMinutes")];
  const done = sessionCount(sum("sessions"));
  const mornings = (["morning", "stiffness", "energy"] as const).map((name) => row("line", name, 10));
  return [
    chart(t("trends.load"), loadSays(of("pain"), of("runMinutes"), tell), pain, row("bars", "runMinutes")),
    chart(t("trends.mornings"), saysOf("morning"), ...mornings),
    chart(t("measure.level"), saysOf("level"), row("line", "level", 20)),
    chart(sessions.name, t("trends.sessionsSays", done, sum("target"), whole), sessions, target),
    chart(minutes.name, t("trends.minutesSays", sum("minutes"), sum("varietyMinutes"), whole), minutes, variety),
    chart(
      t("trends.questions"),
      `${saysOf("rmdq")} ${saysOf("psfs")}`,
      ...[row("points", "rmdq", 24), row("points", "psfs", 10)],
    ),
  ];
}

/** The running of the stretches that tell pain, so that both are of the same time. */
function loadSays(pain: Values, run: Values, tell: Tell): string {
  const ends = endsOf(pain);
  if (ends === null) return t("trends.few");
  const [from, to] = ends;
  return t("trends.loadSays", tell(pain, from), tell(pain, to), figure(meanAt(run, from)), figure(meanAt(run, to)));
}

const daysPath = (today: LocalDate): string => `/v1/days?from=${addDays(today, -LAG_DAYS)}&to=${today}`;

/** What people come to look up, before any chart. */
function LastWeek({ today }: { readonly today: LocalDate }) {
  const { data } = useResource(daysPath(today), DaysAnswer);
  const last = worstOfLastWeek(data?.days ?? [], today);
  return <p>{last === null ? SUB_TO_COME : t("trends.lastWeek", last.worst, span(last.from, last.to))}</p>;
}

/** Each session beside the pain of the morning after it. */
function Lag({ today }: { readonly today: LocalDate }) {
  const { data } = useResource(daysPath(today), DaysAnswer);
  if (data === undefined) return <Skeleton lines={9} />;
  const lags = lagsOf(data.days);
  if (lags.sessions.length < 2) return null;
  const sentence =
    lags.after === null || lags.other === null
      ? t("trends.few")
      : t(
          "trends.lagSays",
          figure(lags.after),
          figure(lags.other),
          sessionCount(lags.told),
          span(addDays(today, -LAG_DAYS), today),
        );
  return (
    <Multiples
      title={t("trends.lag")}
      sentence={sentence}
      labels={lags.sessions.map(({ date }) => shortDay(date))}
      rows={[
        { name: t("measure.runMinutes"), kind: "bars", values: lags.sessions.map(({ runMinutes }) => runMinutes) },
        { name: t("measure.morning"), kind: "points", values: lags.sessions.map(({ morning }) => morning), top: 10 },
      ]}
    />
  );
}
