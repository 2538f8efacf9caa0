import { useId } from "preact/hooks";
import { duration } from "../format/durations.ts";
import { describe, type Phase, totalSeconds } from "../format/steps.ts";
import { t } from "../i18n/t.ts";

const HEIGHTS: Readonly<Record<Phase["kind"], number>> = {
  "warmup-walk": 46,
  walk: 46,
  run: 100,
  "cooldown-walk": 46,
  stretch: 28,
  strength: 28,
};
/** Percent of the width between two bars. */
const GAP = 0.35;

/** The parts of a session in words, each with the look it has in the picture. */
export const StepsParts = ({ phases }: { readonly phases: readonly Phase[] }) => (
  <ul class="parts">
    {describe(phases).map(({ kind, text }) => (
      <li key={text} class={`swatch swatch-${kind}`}>
        {text}
      </li>
    ))}
  </ul>
);

/** A session as a row of bars: as wide as each phase is long, runs taller than walks, warm-up and cool-down hatched. */
export function StepsPicture({ phases }: { readonly phases: readonly Phase[] }) {
  const hatch = useId();
  const total = totalSeconds(phases);
  const highest = Math.max(...phases.map(({ kind }) => HEIGHTS[kind]));
  const label = t(
    "steps.picture",
    duration(total),
    describe(phases)
      .map(({ text }) => text)
      .join(", "),
  );
  let at = 0;
  return (
    <svg class={highest === HEIGHTS.run ? "steps-picture" : "steps-picture low"} role="img" aria-label={label}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch-ground" width="6" height="6" />
          <rect class="hatch-line" width="2.2" height="6" />
        </pattern>
      </defs>
      {phases.map(({ kind, seconds }, index) => {
        const from = (100 * at) / total;
        at += seconds;
        const width = Math.max(0.3, (100 * seconds) / total - GAP);
        const height = (100 * HEIGHTS[kind]) / highest;
        const hatched = kind === "warmup-walk" || kind === "cooldown-walk";
        return (
          <rect
            key={index}
            class={`phase phase-${kind}`}
            x={`${from}%`}
            y={`${100 - height}%`}
            width={`${width}%`}
            height={`${height}%`}
            rx="3"
            fill={hatched ? `url(#${hatch})` : undefined}
          />
        );
      })}
    </svg>
  );
}
