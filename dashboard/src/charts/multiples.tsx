import { useId, useMemo, useState } from "preact/hooks";
import { figure } from "../format/durations.ts";
import { t } from "../i18n/t.ts";
import { Card } from "../ui/card.tsx";
import { Fold } from "../ui/fold.tsx";
import { Table } from "../ui/table.tsx";
import { Inspect } from "./inspect.tsx";
import { boxPath, linePath, round } from "./path.ts";
import { linear, type Scale, ticks } from "./scale.ts";
import { useWidth } from "./use-width.ts";

type Values = readonly (number | null)[];
/** One plot of several that share their time. A band lies between `low` and `high` behind the line. */
export type Row = {
  readonly name: string;
  /** What stands above the plot, when that says more than the name. */
  readonly head?: string;
  readonly kind: "bars" | "line" | "points";
  readonly values: Values;
  readonly low?: Values;
  readonly high?: Values;
  /** The end of a scale that has one. */
  readonly top?: number | undefined;
};

type MultiplesProps = {
  readonly title: string;
  readonly sentence: string;
  /** What each place in time is called. */
  readonly labels: readonly string[];
  readonly rows: readonly Row[];
};

const PLOT = 96;
/** Room for a name of two lines. */
const HEAD = 42;
const EDGE = { left: 34, right: 10, bottom: 22 };

/** Charts of one time below each other: a sentence, the picture, a way to look into it, and the same as a table. */
export function Multiples({ title, sentence, labels, rows }: MultiplesProps) {
  const id = useId();
  const [frame, width] = useWidth<HTMLDivElement>();
  const [at, setAt] = useState<number | null>(null);
  const last = labels.length - 1;
  const place = at ?? last;
  return (
    <Card title={title} kind="trend">
      <figure aria-labelledby={id}>
        <figcaption id={id}>{sentence}</figcaption>
        <div class="multiples" ref={frame}>
          {width === null ? null : (
            <Picture name={`${title}. ${sentence}`} labels={labels} rows={rows} width={width} at={at} />
          )}
          <Inspect max={last} value={place} text={wordsAt(place, labels, rows)} onChange={setAt} />
        </div>
        <Twin title={title} labels={labels} rows={rows} />
      </figure>
    </Card>
  );
}

type PictureProps = Pick<MultiplesProps, "labels" | "rows"> & {
  readonly name: string;
  readonly width: number;
  /** The place that is looked into. */
  readonly at: number | null;
};

function Picture({ name, labels, rows, width, at }: PictureProps) {
  const height = rows.length * (PLOT + HEAD) + EDGE.bottom;
  const x = linear(0, labels.length, EDGE.left, width - EDGE.right);
  const plots = useMemo(
    () => rows.map((row, index) => <Plot key={row.name} row={row} top={index * (PLOT + HEAD)} width={width} />),
    [rows, width],
  );
  return (
    <svg role="img" aria-label={name} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      {plots}
      <g class="axes">
        <text x={EDGE.left} y={height - 4}>
          {labels[0]}
        </text>
        <text x={width - EDGE.right} y={height - 4} text-anchor="end">
          {labels.at(-1)}
        </text>
      </g>
      {at === null ? null : (
        <g class="cursor">
          <line x1={x(at + 0.5)} x2={x(at + 0.5)} y1={0} y2={height - EDGE.bottom} />
        </g>
      )}
    </svg>
  );
}

function Plot({ row, top, width }: { readonly row: Row; readonly top: number; readonly width: number }) {
  const { values, low, high } = row;
  const known = [...values, ...(high ?? [])].filter((value) => value !== null);
  const marks = row.top === undefined ? ticks(0, Math.max(1, ...known), 2) : [0, row.top / 2, row.top];
  const floor = top + HEAD + PLOT;
  const y = linear(0, marks.at(-1) ?? 1, floor, top + HEAD);
  const x = linear(0, values.length, EDGE.left, width - EDGE.right);
  const middle: Scale = (index) => x(index + 0.5);
  return (
    <g>
      <foreignObject y={top} width={width} height={HEAD - 6}>
        <p class="plot-name">{row.head ?? row.name}</p>
      </foreignObject>
      <g class="axes">
        {marks.map((mark) => (
          <g key={mark}>
            <line x1={EDGE.left} x2={width - EDGE.right} y1={y(mark)} y2={y(mark)} />
            <text x={EDGE.left - 6} y={y(mark) + 4} text-anchor="end">
              {mark}
            </text>
          </g>
        ))}
      </g>
      {low === undefined || high === undefined ? null : <path class="trend-band" d={bandPath(low, high, x, y)} />}
      {row.kind === "bars" ? (
        <path class="trend-bars" d={barsPath(values, x, y)} />
      ) : row.kind === "line" ? (
        <path class="trend-line" d={linePath(values, middle, y)} />
      ) : (
        <path class="trend-points" d={pointsPath(values, middle, y)} />
      )}
    </g>
  );
}

function barsPath(values: Values, x: Scale, y: Scale): string {
  const gap = Math.min(2, (x(1) - x(0)) / 5);
  return values.map((value, at) => (value ? boxPath(x(at) + gap, x(at + 1) - gap, y(value), y(0)) : "")).join("");
}

const bandPath = (low: Values, high: Values, x: Scale, y: Scale): string =>
  low
    .map((bottom, at) => {
      const top = high[at] ?? null;
      return bottom === null || top === null ? "" : boxPath(x(at), x(at + 1), y(top) - 1, y(bottom) + 1);
    })
    .join("");

const pointsPath = (values: Values, x: Scale, y: Scale): string =>
  values.map((value, at) => (value === null ? "" : `M${round(x(at))} ${round(y(value))}h0`)).join("");

/** What a row says at a place: the value, with the range around it where there is one. */
function shown({ values, low, high }: Row, at: number): string {
  const [value, from, to] = [values[at], low?.[at], high?.[at]];
  if (value == null) return t("trends.noValue");
  return from == null || to == null ? figure(value) : t("trends.range", from, to, figure(value));
}

/** The values at a place in time, in words. */
function wordsAt(place: number, labels: readonly string[], rows: readonly Row[]): string {
  const values = rows.map((row) => `${row.name} ${shown(row, place)}`);
  return [labels[place] ?? "", ...values].join(", ");
}

/** Five years of it are many cells. */
const Twin = ({ title, labels, rows }: Omit<MultiplesProps, "sentence">) => (
  <Fold summary={t("session.table")}>
    {() => (
      <Table
        caption={title}
        columns={[t("trends.when"), ...rows.map(({ name }) => name)]}
        rows={labels.map((label, at) => ({
          key: `${at} ${label}`,
          cells: [label, ...rows.map((row) => shown(row, at))],
        }))}
      />
    )}
  </Fold>
);
