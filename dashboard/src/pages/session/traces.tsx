import type { ComponentChildren } from "preact";
import { useId, useMemo } from "preact/hooks";
import type { SessionRecorded } from "../../../../core/contract/session.ts";
import { decodeTrace } from "../../../../core/trace/trace.ts";
import { byMinute, type Pulse, type PulseSummary, summarise } from "../../charts/heart.ts";
import type { Span } from "../../charts/spans.ts";
import { TraceChart } from "../../charts/trace-chart.tsx";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Fold } from "../../ui/fold.tsx";
import { Later } from "../../ui/later.tsx";
import { Table } from "../../ui/table.tsx";

type TracesProps = {
  readonly trace: SessionRecorded["trace"];
  readonly spans: readonly Span[];
  readonly totalS: number;
};

/** Heart rate and cadence over the phases. */
export const Traces = (props: TracesProps) => (
  <>
    <Trace {...props} name="hr" title={t("session.heart")} unit={t("session.bpm")} conclude={beats}>
      <Card title={t("session.heart")}>
        <p>{t("session.heartNone")}</p>
      </Card>
    </Trace>
    <Trace {...props} name="cadence" title={t("session.cadence")} unit={t("session.spm")} conclude={stepsIn} />
  </>
);

type TraceProps = TracesProps & {
  readonly name: "hr" | "cadence";
  readonly title: string;
  readonly unit: string;
  readonly conclude: (summary: PulseSummary) => string;
  /** What stands here when the watch measured nothing. */
  readonly children?: ComponentChildren;
};

function Trace({ trace, name, conclude, children = null, ...shown }: TraceProps) {
  const pulse = useMemo(() => pulseOf(trace, name), [trace]);
  const summary = pulse === null ? null : summarise(pulse, shown.spans);
  if (pulse === null || summary === null) return <>{children}</>;
  return <Later>{() => <Measured {...shown} pulse={pulse} sentence={conclude(summary)} />}</Later>;
}

/** A sample of 0 is a moment without a reading, or one of standing. */
function pulseOf(trace: SessionRecorded["trace"], name: TraceProps["name"]): Pulse | null {
  const samples = trace?.[name] ?? null;
  if (trace === null || samples === null) return null;
  return { everyS: trace.everyS, bpm: decodeTrace(samples).map((value) => (value > 0 ? value : null)) };
}

const beats = ({ mean, top, run, walk }: PulseSummary): string =>
  run === null || walk === null ? t("session.heartOne", mean, top) : t("session.heartBoth", run, walk, top);

const stepsIn = ({ mean, run, walk }: PulseSummary): string =>
  run === null || walk === null ? `${mean} ${t("session.spm")}` : t("session.cadenceBoth", run, walk);

type MeasuredProps = Omit<TraceProps, "trace" | "name" | "conclude" | "children"> & {
  readonly pulse: Pulse;
  readonly sentence: string;
};

/** A sentence, the line, a way to look into it, and the same as a table. */
function Measured({ title, unit, pulse, sentence, ...place }: MeasuredProps) {
  const id = useId();
  return (
    <Card title={title} kind="trace">
      <figure aria-labelledby={id}>
        <figcaption id={id}>{sentence}</figcaption>
        <TraceChart {...place} pulse={pulse} sentence={sentence} unit={unit} />
        <Fold summary={t("session.table")}>{() => <Minutes title={title} unit={unit} pulse={pulse} />}</Fold>
      </figure>
    </Card>
  );
}

const Minutes = ({ title, unit, pulse }: Pick<MeasuredProps, "title" | "unit" | "pulse">) => (
  <Table
    caption={title}
    columns={[t("session.minute"), `${t("session.mean")}, ${unit}`, `${t("session.highest")}, ${unit}`]}
    rows={byMinute(pulse).map(({ minute, mean, top }) => ({
      key: String(minute),
      cells: [String(minute), String(mean ?? "–"), String(top ?? "–")],
    }))}
  />
);
