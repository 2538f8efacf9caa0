import { useState } from "preact/hooks";
import { duration } from "../format/durations.ts";
import { t } from "../i18n/t.ts";
import { kindAt, type Pulse } from "./heart.ts";
import { Inspect } from "./inspect.tsx";
import { boxPath, linePath } from "./path.ts";
import { linear, minuteMarks, type Scale, ticks } from "./scale.ts";
import type { Span } from "./spans.ts";
import { useWidth } from "./use-width.ts";

const HEIGHT = 260;
const EDGE = { left: 38, right: 10, top: 14, bottom: 44 };
/** The strip of phases under the plot: runs stand taller, so that they show without colour. */
const STRIP = { run: 12, other: 6 };
const FLOOR = HEIGHT - EDGE.bottom;

type ChartProps = {
  readonly pulse: Pulse;
  readonly spans: readonly Span[];
  readonly totalS: number;
  readonly sentence: string;
  /** Beats or steps a minute, shortly. */
  readonly unit: string;
};

/** What a watch measured over the phases: heart or cadence. */
export function TraceChart({ pulse, spans, totalS, sentence, unit }: ChartProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [second, setSecond] = useState<number | null>(null);
  const lastS = Math.max(totalS, (pulse.bpm.length - 1) * pulse.everyS);
  const within = { pulse, spans, lastS, second };
  return (
    <div class="heart-chart" ref={frame}>
      {width === null ? null : <Picture {...within} sentence={sentence} width={width} />}
      <Legend spans={spans} unit={unit} />
      <Inspect
        max={Math.floor(lastS / pulse.everyS) * pulse.everyS}
        step={pulse.everyS}
        value={second ?? 0}
        text={wordsAt(second ?? 0, { pulse, spans, unit })}
        onChange={setSecond}
      />
    </div>
  );
}

type PictureProps = Pick<ChartProps, "pulse" | "spans" | "sentence"> & {
  readonly lastS: number;
  readonly width: number;
  /** The place that is looked into. */
  readonly second: number | null;
};

function Picture({ pulse, spans, sentence, lastS, width, second }: PictureProps) {
  const read = pulse.bpm.filter((bpm) => bpm !== null);
  const marks = ticks(Math.min(...read) - 4, Math.max(...read) + 4, 4);
  const x = linear(0, lastS, EDGE.left, width - EDGE.right);
  const y = linear(marks[0] ?? 0, marks.at(-1) ?? 1, FLOOR, EDGE.top);
  return (
    <svg
      role="img"
      aria-label={t("session.heartChart", sentence, Math.round(lastS / 60))}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
    >
      <Bands spans={spans} x={x} />
      <Axes marks={marks} lastS={lastS} width={width} x={x} y={y} />
      <path class="heart-line" d={linePath(pulse.bpm, (index) => x(index * pulse.everyS), y)} />
      {second === null ? null : <Cursor second={second} bpm={bpmAt(pulse, second)} x={x} y={y} />}
    </svg>
  );
}

const bpmAt = ({ bpm, everyS }: Pulse, second: number): number | null => bpm[Math.floor(second / everyS)] ?? null;

/** The phases of a kind are one element, however many there are. */
function Bands({ spans, x }: { readonly spans: readonly Span[]; readonly x: Scale }) {
  const kinds = [...new Set(spans.map(({ kind }) => kind))];
  return (
    <g>
      {kinds.map((each) => {
        const boxes = (top: number, bottom: number) =>
          spans
            .map(({ kind, from, to }) =>
              kind === each ? boxPath(x(from), Math.max(x(from) + 0.5, x(to)), top, bottom) : "",
            )
            .join("");
        const foot = FLOOR + STRIP.run + 3;
        return (
          <g key={each} class={`phase phase-${each}`}>
            {each === "run" ? <path class="band" d={boxes(EDGE.top, FLOOR)} /> : null}
            <path d={boxes(foot - (each === "run" ? STRIP.run : STRIP.other), foot)} />
          </g>
        );
      })}
    </g>
  );
}

type AxesProps = {
  readonly marks: readonly number[];
  readonly lastS: number;
  readonly width: number;
  readonly x: Scale;
  readonly y: Scale;
};

function Axes({ marks, lastS, width, x, y }: AxesProps) {
  return (
    <g class="axes">
      {marks.map((mark) => (
        <g key={mark}>
          <line x1={EDGE.left} x2={width - EDGE.right} y1={y(mark)} y2={y(mark)} />
          <text x={EDGE.left - 6} y={y(mark) + 4} text-anchor="end">
            {mark}
          </text>
        </g>
      ))}
      {minuteMarks(lastS, width / 60).map((minute) => (
        <text key={minute} x={x(minute * 60)} y={HEIGHT - 12} text-anchor="middle">
          {minute}
        </text>
      ))}
    </g>
  );
}

type CursorProps = { readonly second: number; readonly bpm: number | null; readonly x: Scale; readonly y: Scale };

const Cursor = ({ second, bpm, x, y }: CursorProps) => (
  <g class="cursor">
    <line x1={x(second)} x2={x(second)} y1={EDGE.top} y2={FLOOR} />
    {bpm === null ? null : <circle cx={x(second)} cy={y(bpm)} r="5" />}
  </g>
);

const Legend = ({ spans, unit }: Pick<ChartProps, "spans" | "unit">) => (
  <p class="legend" aria-hidden="true">
    {[...new Set(spans.map(({ kind }) => kind))].map((kind) => (
      <span key={kind} class={`swatch swatch-${kind}`}>
        {t(`phase.${kind}`)}
      </span>
    ))}
    <span>
      {unit} · {t("session.minutesAxis")}
    </span>
  </p>
);

/** What was measured at a place of the session, in words. */
function wordsAt(second: number, { pulse, spans, unit }: Pick<ChartProps, "pulse" | "spans" | "unit">): string {
  const bpm = bpmAt(pulse, second);
  const reading = bpm === null ? t("session.noBpm") : `${bpm} ${unit}`;
  return t("session.at", duration(second), t(`phase.${kindAt(spans, second)}`), reading);
}
