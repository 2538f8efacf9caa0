import { useMemo } from "preact/hooks";
import type { SessionRecorded } from "../../../../core/contract/session.ts";
import { decodeTrace } from "../../../../core/trace/trace.ts";
import { byMinute, type Pulse, type PulseSummary, summarise } from "../../charts/heart.ts";
import { HeartChart } from "../../charts/heart-chart.tsx";
import type { Span } from "../../charts/spans.ts";
import { t } from "../../i18n/t.ts";
import { Card } from "../../ui/card.tsx";
import { Table } from "../../ui/table.tsx";

type HeartProps = {
  readonly trace: SessionRecorded["trace"];
  readonly spans: readonly Span[];
  readonly totalS: number;
};

/** Heart rate over the phases: a sentence, the line, a way to look into it, and the same as a table. */
export function Heart({ trace, spans, totalS }: HeartProps) {
  const pulse = useMemo(() => pulseOf(trace), [trace]);
  const found = pulse === null ? null : summarise(pulse, spans);
  if (pulse === null || found === null) {
    return (
      <Card title={t("session.heart")}>
        <p>{t("session.heartNone")}</p>
      </Card>
    );
  }
  return (
    <Card title={t("session.heart")} kind="heart">
      <figure aria-labelledby="heart-conclusion">
        <figcaption id="heart-conclusion">{sentence(found)}</figcaption>
        <HeartChart pulse={pulse} spans={spans} totalS={totalS} sentence={sentence(found)} />
        <details>
          <summary>{t("session.table")}</summary>
          <Minutes pulse={pulse} />
        </details>
      </figure>
    </Card>
  );
}

/** A sample of 0 is a moment without a reading. */
function pulseOf(trace: SessionRecorded["trace"]): Pulse | null {
  if (trace === null || trace.hr === null) return null;
  return { everyS: trace.everyS, bpm: decodeTrace(trace.hr).map((bpm) => (bpm > 0 ? bpm : null)) };
}

function sentence({ mean, top, run, walk }: PulseSummary): string {
  return run === null || walk === null ? t("session.heartOne", mean, top) : t("session.heartBoth", run, walk, top);
}

function Minutes({ pulse }: { readonly pulse: Pulse }) {
  return (
    <Table
      caption={t("session.heartCaption")}
      columns={[t("session.minute"), t("session.mean"), t("session.highest")]}
      rows={byMinute(pulse).map(({ minute, mean, top }) => ({
        key: String(minute),
        cells: [String(minute), mean === null ? "–" : String(mean), top === null ? "–" : String(top)],
      }))}
    />
  );
}
